import type { Diagnosis, Finding } from '../../../../lambda/model/diagnosis.ts';
import type { Purpose } from '../../../../lambda/model/endpoint.ts';
import { endpointId } from '../../../../lambda/model/endpoint-id.ts';
import type { Outcome } from '../../../../lambda/model/probe-result.ts';
import type { Report, ReportedEndpoint } from '../../../../lambda/model/report.ts';
import { finding } from '../../report/situation.ts';

export const START = '2026-03-01T02:00:00.000Z';
const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/6d0ecf831eec9f09';
const BALANCER = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-web/50dc6c495c0c9188';

/** A target; what is left out is registered, healthy, and connects from both zones. */
export type ToldTarget = {
  readonly id: string;
  readonly port?: number;
  readonly purpose?: Purpose;
  /** One outcome per zone. */
  readonly outcomes?: readonly Outcome[];
  readonly state?: string;
  readonly reason?: string | null;
  /** Changes of the fault that leads. */
  readonly fault?: Partial<Finding>;
  readonly symptom?: Exclude<Outcome, 'connected'> | 'unhealthy';
  readonly since?: string;
  readonly unjudged?: string;
  /** Of a registered load balancer. */
  readonly dialled?: false;
};

/** What of the load balancer and of the group as such is not well. */
export type ToldWhole = { readonly fault?: Partial<Finding>; readonly unjudged?: string };

const WELL: Diagnosis = { symptom: null, since: null, lastWell: null, leading: null, others: [], inconclusive: [] };

/** A report on a load balancer with one target group. */
export function gateReport(
  targets: readonly ToldTarget[],
  whole: { balancer?: ToldWhole; group?: ToldWhole } = {},
): Report {
  const { balancer = {}, group = {} } = whole;
  const of = (told: ToldWhole, arn: string) => ({
    leading: null,
    diagnosis: told.fault === undefined ? WELL : { ...WELL, leading: finding({ resource: arn, ...told.fault }) },
    unjudged: told.unjudged ?? null,
  });
  return {
    ...{ schemaVersion: 1, checkedAt: START, configurationReadAt: START, trigger: { kind: 'cli', detail: null } },
    findings: [],
    loadBalancers: [
      { arn: BALANCER, name: 'shop-web', type: 'application', state: 'active', ...of(balancer, BALANCER) },
    ],
    targetGroups: [{ arn: GROUP, name: 'web', loadBalancers: [BALANCER], ...of(group, GROUP) }],
    endpoints: targets.map(endpointOf),
    ...{ vantagePoints: [], unread: [], cost: { apiCalls: {}, probes: 0, elapsedMs: 0 } },
  };
}

function endpointOf(told: ToldTarget): ReportedEndpoint {
  const { id, port = 8080, purpose = 'traffic', outcomes = ['connected', 'connected'], since = START } = told;
  const dialled = purpose === 'traffic' ? port : 9000;
  const key = { targetGroup: GROUP, target: id, trafficPort: port, purpose, port: dialled };
  const outcome = told.symptom ?? (told.fault === undefined ? null : 'refused');
  return {
    id: endpointId(key),
    ...{
      loadBalancer: BALANCER,
      targetGroup: GROUP,
      watch: null,
      address: '10.0.1.5',
      port: dialled,
      purpose,
      paths: [],
    },
    target: { id, port, name: null },
    ...(told.dialled === false ? { dialled: false as const } : {}),
    elb: { state: told.state ?? 'healthy', reason: told.reason ?? null, settled: true },
    probes: outcomes.map((one, index) => ({
      ...{ vantagePoint: `shop-web@${index}`, zone: `${index}`, outcome: one, errno: null, detail: null },
      ...{ elapsedMs: 1, attempts: 1, at: START },
    })),
    unjudged: told.unjudged ?? null,
    diagnosis: {
      ...WELL,
      symptom: outcome === null ? null : { purpose, outcome, witness: 'probe' },
      since: outcome === null ? null : since,
      leading: told.fault === undefined ? null : finding({ resource: id, since, ...told.fault }),
    },
  };
}
