import { expect, it } from 'vitest';
import { endpointsOf } from '../../../lambda/endpoints/endpoints-of.ts';
import { judgeAll } from '../../../lambda/join/judge-all.ts';
import { reportOn } from '../../../lambda/join/report-on.ts';
import { known, type UnknownKind, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { Outcome } from '../../../lambda/model/probe-result.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { exitStatus } from '../../../lambda/report/exit-status.ts';
import { pageOf } from '../../../lambda/report/page/page-of.ts';
import { whyUnjudged } from '../../../lambda/report/why-unjudged.ts';
import { AT, places, world } from '../diagnosis/small-world.ts';

const [LISTENER = ''] = Object.keys(world.rules);
const HEALTHY = 'All that was looked at is healthy.';
const NOT_ALL = 'No fault found, but not everything could be judged.';

/** What a check says of the small world with something of it unread, where every endpoint is dialled from everywhere. */
function checked(changes: Partial<Inventory>, outcome: Outcome = 'connected'): Report {
  const inventory = { ...world, ...changes };
  const results = endpointsOf(inventory).flatMap(({ id, vantagePoints }) =>
    vantagePoints.map((vantagePoint) => {
      const zone = places.find((place) => place.id === vantagePoint)?.zone ?? null;
      return {
        endpoint: id,
        vantagePoint,
        zone,
        outcome,
        errno: null,
        detail: null,
        elapsedMs: 1,
        attempts: 1,
        at: AT,
      };
    }),
  );
  const evidence = judgeAll(inventory, { results, local: null, memory: null, declarations: {}, at: AT });
  return reportOn(
    { inventory, evidence },
    {
      ...{ memory: null, declarations: {}, vantagePoints: places, checkedAt: AT },
      ...{ trigger: { kind: 'cli', detail: null }, cost: { apiCalls: {}, probes: results.length, elapsedMs: 1 } },
    },
  );
}

const unread = (kind: UnknownKind) => unknown(kind, `it was ${kind}.`, 'ec2:DescribeX');

it.each<[string, Partial<Inventory>, string | null, string | null]>([
  ['nothing', {}, null, null],
  [
    'rules',
    { rules: { [LISTENER]: unread('forbidden') } },
    "listener-missing could not be excluded for want of the listeners' rules (it was forbidden.)",
    'target-group-empty could not be excluded for want of who sends requests to whom in it (it was forbidden.)',
  ],
  [
    'security group rules',
    { securityGroupRules: unread('throttled') },
    'load-balancer-security-group-blocks-clients could not be excluded for want of the rules that clients meet at security groups (security group rules are not known: it was throttled (missing permission: ec2:DescribeX)) and the security group rules (it was throttled.)',
    null,
  ],
  [
    'network ACLs',
    { networkAcls: unread('failed') },
    "load-balancer-subnet-acl-blocks-clients could not be excluded for want of the clients' way through network ACLs (network ACLs are not known: it was failed (missing permission: ec2:DescribeX)) and the network ACLs (it was failed.)",
    null,
  ],
  // No fault of a load balancer as such hangs on these, and its targets answer.
  ['instances', { instances: unread('forbidden') }, null, null],
  ['route tables', { routeTables: unread('forbidden') }, null, null],
  // Nobody looked, as with a snapshot that never held them.
  ['what nobody asked for: ACLs', { networkAcls: unread('not-asked') }, null, null],
  ['what nobody asked for: rules', { rules: { [LISTENER]: unread('not-asked') } }, null, null],
])('without %s', (_, changes, ofBalancer, ofGroup) => {
  const report = checked(changes);
  expect(report.loadBalancers.map(whyUnjudged)).toEqual([ofBalancer]);
  expect(report.targetGroups.map(whyUnjudged)).toEqual([ofGroup]);
  expect(report.endpoints.map(({ unjudged }) => unjudged)).toEqual([null]);
  expect([report.loadBalancers[0]?.unjudged, report.targetGroups[0]?.unjudged]).toEqual([null, null]);
  const isJudged = ofBalancer === null;
  expect([exitStatus(report), pageOf(report).verdict.text]).toEqual(isJudged ? [0, HEALTHY] : [3, NOT_ALL]);
});

it('names what could not be judged, and why', () => {
  const { sections, subjects } = pageOf(checked({ networkAcls: unread('throttled') }));
  expect(subjects[0]).toMatchObject({ state: 'UNKNOWN', parts: [{ state: 'healthy' }] });
  const lines = sections.find(({ heading }) => heading === 'Could not be judged')?.lines;
  expect(lines).toEqual([expect.stringMatching(/^load balancer shop: load-balancer-subnet-acl-blocks-clients could/)]);
});

it('finds a fault all the same', () => {
  const empty = { [Object.keys(world.targetHealth)[0] ?? '']: known([]) };
  const report = checked({ targetHealth: empty, networkAcls: unread('throttled') });
  expect(report.loadBalancers[0]).toMatchObject({ unexcluded: expect.stringContaining('throttled') });
  expect(exitStatus(report)).toBe(2);
});
