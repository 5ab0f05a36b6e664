import { expect, it } from 'vitest';
import { judgeAll } from '../../../lambda/join/judge-all.ts';
import { reportOn } from '../../../lambda/join/report-on.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, TargetHealth } from '../../../lambda/model/inventory.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { exitStatus } from '../../../lambda/report/exit-status.ts';
import { metricsOf } from '../../../lambda/report/metrics/metrics-of.ts';
import { pageOf } from '../../../lambda/report/page/page-of.ts';
import { terminal } from '../../../lambda/report/terminal.ts';
import { AT, places, world } from '../diagnosis/small-world.ts';

const ALB = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/inner/9';

/** A Network Load Balancer in the small world's place, before an Application Load Balancer of which it says this. */
function before(state: string, reason: string | null): Inventory {
  const health: TargetHealth = {
    ...{ target: { id: ALB, port: 80, zone: null }, healthCheckPort: null, state, reason, description: null },
  };
  const [balancer] = world.loadBalancers;
  const [group] = world.targetGroups.known ? world.targetGroups.value : [];
  if (balancer === undefined || group === undefined) throw new Error('the small world has a load balancer and a group');
  return {
    ...world,
    loadBalancers: [{ ...balancer, type: 'network' }],
    listeners: Object.fromEntries(
      Object.entries(world.listeners).map(([arn, all]) => [
        arn,
        all.known ? known(all.value.map((one) => ({ ...one, protocol: 'TCP' }))) : all,
      ]),
    ),
    targetGroups: known([
      { ...group, targetType: 'alb', protocol: 'TCP', port: 80, healthCheck: { ...group.healthCheck, port: '8081' } },
    ]),
    targetHealth: { [group.arn]: known([health]) },
  };
}

/** What a check says that dials all that there is to dial, which is nothing. */
function checked(inventory: Inventory): Report {
  const evidence = judgeAll(inventory, { results: [], local: null, memory: null, declarations: {}, at: AT });
  return reportOn(
    { inventory, evidence },
    {
      ...{ memory: null, declarations: {}, vantagePoints: places, checkedAt: AT },
      ...{ trigger: { kind: 'cli', detail: null }, cost: { apiCalls: {}, probes: 0, elapsedMs: 1 } },
    },
  );
}

function countsIn(report: Report): readonly string[] {
  const series = metricsOf(report, { deployment: 'd', deployWindows: [], counts: { overrun: 0, notCovered: 0 } });
  const names = series.filter(({ dimensions }) => 'LoadBalancer' in dimensions).map(({ name }) => name);
  return [...new Set(names)];
}

const UNDECIDED = 'No fault found, but not everything could be judged.';

it.each<[string, string | null, number, string, readonly string[], string]>([
  ['healthy', null, 0, 'healthy', [], 'All that was looked at is healthy.'],
  [
    ...(['unhealthy', 'Target.FailedHealthChecks', 3, 'FAILING', ['Unhealthy']] as const),
    'Something is wrong, and no cause of it is proven.',
  ],
  [
    ...(['unhealthy', 'Target.Timeout', 3, 'FAILING', ['Unhealthy']] as const),
    'Something is wrong, and no cause of it is proven.',
  ],
  ['initial', 'Elb.RegistrationInProgress', 3, 'UNKNOWN', ['NotLooked'], UNDECIDED],
  ['unavailable', 'Target.HealthCheckDisabled', 3, 'UNKNOWN', ['NotLooked'], UNDECIDED],
])('%s %s: status %d, %s', (state, reason, status, subject, counts, verdict) => {
  const report = checked(before(state, reason));
  expect(report.endpoints).toMatchObject([{ target: { id: ALB }, dialled: false, elb: { state }, probes: [] }]);
  expect(report.endpoints[0]?.diagnosis).toMatchObject({ leading: null, others: [], inconclusive: [] });
  expect(report.findings.map(({ code }) => code)).toContain('target-not-probeable');
  expect(exitStatus(report)).toBe(status);
  expect(countsIn(report)).toEqual(counts);
  const page = pageOf(report);
  expect([page.verdict.text, page.subjects[0]?.state]).toEqual([verdict, subject]);
});

it('is judged while it drains, and takes nothing new', () => {
  const [endpoint] = checked(before('draining', 'Target.DeregistrationInProgress')).endpoints;
  expect(endpoint).toMatchObject({ unjudged: null, diagnosis: { symptom: null } });
});

it('says where to look on when it is unhealthy', () => {
  const text = terminal(checked(before('unhealthy', 'Target.FailedHealthChecks')), { colour: false }).replaceAll(
    /\s+/g,
    ' ',
  );
  expect(text).toContain('load balancer inner, port 80 - not dialled - the load balancer says unhealthy');
  expect(text).toContain('no fault is looked for at a load balancer that is registered as a target');
  expect(text).not.toContain('could not be judged');
});
