import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../../lambda/diagnosis/evidence-of.ts';
import type { Finding } from '../../../../lambda/model/diagnosis.ts';
import { known } from '../../../../lambda/model/fact.ts';
import type { Inventory } from '../../../../lambda/model/inventory.ts';
import type { ProbeResult } from '../../../../lambda/model/probe-result.ts';
import {
  checkedApart,
  denying,
  healthCheckBlocked,
  healthEndpoint,
  seenApart,
  withAclEntry,
  withRoute,
} from '../broken-ways.ts';
import { judged } from '../judged.ts';
import { answerDenied, places, saying, seen, seenEverywhere, world } from '../small-world.ts';

const [a, b] = places;
if (a === undefined || b === undefined) throw new Error('the small world has two places');
const findings = (looked: Partial<Looked>): readonly Finding[] => {
  const { leading, others } = judged(looked).diagnosis;
  return leading === null ? [] : [leading, ...others];
};

/** Silence at the port of the health check from everywhere, and this at the traffic port. */
const trafficSeen = (...traffic: readonly ProbeResult[]): readonly ProbeResult[] => [
  ...traffic,
  ...seenApart('timed-out', 'timed-out').filter(({ endpoint }) => endpoint === healthEndpoint.id),
];

describe('a health check on a port of its own', () => {
  const codes = (looked: Partial<Looked>) => findings({ ...healthCheckBlocked, ...looked }).map(({ code }) => code);

  it('carries the blocking line and its fix', () => {
    expect(findings(healthCheckBlocked)).toMatchObject([
      {
        code: 'health-check-port-blocked',
        certainty: 'certain',
        culprit: { resource: 'sg-web', value: 'no rule for tcp 8081 from sg-lb' },
        facts: expect.arrayContaining([{ name: `traffic port from ${a.id}`, value: 'connected' }]),
        fix: { verified: true, commands: [expect.stringContaining('"FromPort":8081')] },
      },
    ]);
  });

  it('is blocked by an ACL as well', () => {
    const [leading] = findings({
      ...healthCheckBlocked,
      inventory: withAclEntry('acl-app', denying({ egress: false, fromPort: 8081, toPort: 8081 }), checkedApart()),
    });
    expect(leading).toMatchObject({ code: 'health-check-port-blocked', culprit: { resource: 'acl-app', line: '90' } });
  });

  it.each<readonly [string, Partial<Looked>, readonly string[]]>([
    [
      'is not told apart where the traffic is silent too',
      { results: seenApart('timed-out', 'timed-out') },
      ['target-security-group-blocks-load-balancer'],
    ],
    [
      'is told where one of the places that met silence did not dial the traffic port',
      { results: trafficSeen(seen(a, 'connected')) },
      ['health-check-port-blocked'],
    ],
    ['is well where both connect', { results: seenApart('connected', 'connected') }, []],
  ])('%s', (_, looked, expected) => {
    const inventory = saying(healthCheckBlocked.inventory ?? world, 'unhealthy', null);
    expect(codes({ inventory, ...looked }).filter((code) => /port-blocked|blocks/.test(code))).toEqual(expected);
  });

  it.each<readonly [string, Inventory, string]>([
    [
      'a route that is led nowhere in a zone',
      checkedApart(withRoute({ destination: '10.0.1.0/24' })),
      'target-subnet-without-return-route',
    ],
    [
      'an ACL that blocks the traffic of a zone too',
      checkedApart(answerDenied('10.0.1.0/24')),
      'target-subnet-acl-blocks-response',
    ],
  ])('leads over %s, which is named as what it is', (_, inventory, code) => {
    const results = trafficSeen(seen(a, 'connected'), seen(b, 'timed-out'));
    const found = findings({ ...healthCheckBlocked, inventory: saying(inventory, 'unhealthy', null), results });
    expect(found).toMatchObject([
      { code: 'health-check-port-blocked', zones: null, culprit: { resource: 'sg-web' } },
      { code, zones: ['eu-west-1b'] },
    ]);
    expect(found).toHaveLength(2);
    expect(found[0]?.why).toContain('takes connections on its traffic port 8080 from eu-west-1a, and is checked');
  });

  it('is left open where the traffic port was not dialled', () => {
    const results = seenApart('connected', 'timed-out').filter(({ endpoint }) => endpoint === healthEndpoint.id);
    const { leading, inconclusive } = judged({ ...healthCheckBlocked, results }).diagnosis;
    expect(leading?.code).toBe('target-security-group-blocks-load-balancer');
    expect(inconclusive).toMatchObject([
      {
        code: 'health-check-port-blocked',
        missing: [expect.stringContaining('nothing conclusive was seen at traffic port 8080 of i-web')],
      },
    ]);
  });

  it('leaves the traffic endpoint well', () => {
    const { inventory = world, results = null } = healthCheckBlocked;
    expect(judged({ inventory, results }).diagnosis).toMatchObject({ symptom: null, leading: null });
  });
});

describe('what was seen at the traffic port', () => {
  const facts = (looked: Partial<Looked>) => judged(looked).evidence.facts.trafficProbes;

  it.each<readonly [string, Partial<Looked>, readonly string[] | string]>([
    ['is its own for the traffic endpoint', { results: seenEverywhere('refused') }, ['refused', 'refused']],
    ['is the traffic endpoint’s for the health check', healthCheckBlocked, ['connected', 'connected']],
    ['is what was conclusive', { results: [seen(a, 'inconclusive'), seen(b, 'connected')] }, ['connected']],
    ['is not known where nothing was dialled', { results: null }, 'nothing was dialled'],
    [
      'is not known where nothing was conclusive',
      { results: seenEverywhere('inconclusive') },
      'nothing conclusive was seen at traffic port 8080 of i-web',
    ],
  ])('%s', (_, looked, expected) => {
    const fact = facts(looked);
    expect(fact.known ? fact.value.map(({ outcome }) => outcome) : fact.reason).toEqual(expected);
  });

  it('is not known of a target without a port', () => {
    const groups = world.targetGroups.known ? world.targetGroups.value : [];
    const inventory = { ...world, targetGroups: known(groups.map((one) => ({ ...one, port: null }))) };
    const endpoint = { ...healthEndpoint, target: { ...healthEndpoint.target, port: null } };
    expect(facts({ inventory, endpoint, results: [] })).toMatchObject({ reason: 'i-web has no traffic port' });
  });
});
