import { dimensions, metrics } from '../../contract.ts';
import { balancerName } from '../../model/balancer-name.ts';
import { ownersOf } from '../../model/owners-of.ts';
import type { Report, ReportedEndpoint, ReportedProbe } from '../../model/report.ts';
import { deploymentMetrics, type RunCounts } from './deployment-metrics.ts';
import { type EndpointOutcome, endpointOutcome } from './endpoint-outcome.ts';
import { type MetricSeries, metricSeries } from './metric-series.ts';
import { misconfiguredCount } from './misconfigured-count.ts';
import { quantiles } from './quantiles.ts';
import { unreadCount } from './unread-count.ts';

/** What the report does not tell. `deployWindows` are ARNs of load balancers that are being followed after a change. */
export type Circumstances = {
  readonly deployment: string;
  readonly deployWindows: readonly string[];
  readonly counts: Omit<RunCounts, 'heartbeat'>;
};

/** An endpoint with what it counts as, and the probes of its load balancer's own places. */
type Counted = { readonly endpoint: ReportedEndpoint; readonly outcome: EndpointOutcome; readonly probes: Probes };
type Probes = readonly ReportedProbe[];

/** Outcomes that have a series for each target group too. */
const OUTCOMES = ['connected', 'refused', 'silent', 'broken', 'unhealthy'] as const;

/**
 * One EMF line takes 100 values of a metric
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 */
const MOST_VALUES = 100;

/**
 * The metrics of one check, as `lambda/contract.ts` declares them: their number depends on the number of load balancers and
 * target groups alone. Each endpoint counts once, in its load balancer and in its target group; ports beside the registered
 * one never. A series that is zero is not there. The heartbeat tells of scheduled checks only.
 */
export function metricsOf(
  report: Report,
  { deployment, deployWindows, counts }: Circumstances,
): readonly MetricSeries[] {
  const heartbeat = report.trigger.kind === 'schedule' ? 1 : 0;
  const gone = (report.gone ?? []).map(balancerName);
  const counted = report.endpoints.filter(({ purpose }) => purpose !== 'sibling').map(countedBy(report));
  return [
    ...deploymentMetrics(deployment, { ...counts, heartbeat }),
    ...gone.flatMap((name) =>
      metricSeries(metrics.notLooked, { [dimensions.deployment]: deployment, [dimensions.loadBalancer]: name }, [1]),
    ),
    ...ownersOf(report).flatMap((balancer) => {
      const own = counted.filter(({ endpoint }) => (endpoint.loadBalancer ?? endpoint.watch) === balancer.key);
      const of = { [dimensions.deployment]: deployment, [dimensions.loadBalancer]: balancer.name };
      const notLooked = own.filter(({ outcome }) => outcome === 'notLooked').length;
      return [
        ...outcomeSeries(own, of),
        ...groupsOf(report, own).flatMap(({ name, members }) =>
          outcomeSeries(members, { ...of, [dimensions.targetGroup]: name }),
        ),
        ...metricSeries(metrics.misconfigured, of, [misconfiguredCount(report, balancer.key)]),
        ...metricSeries(metrics.notLooked, of, [notLooked + unreadCount(report, balancer.key)]),
        ...metricSeries(metrics.deployWindow, of, [deployWindows.includes(balancer.key) ? 1 : 0]),
        ...metricSeries(metrics.connectTime, of, quantiles(connectTimes(own), MOST_VALUES)),
      ];
    }),
  ];
}

/** A prober in the caller's place counts as the caller, whatever it wears; this machine does not. */
function countedBy({ vantagePoints, endpoints }: Report): (endpoint: ReportedEndpoint) => Counted {
  const elsewhere = vantagePoints.filter(({ identity }) => identity === 'local');
  const strange = new Set(elsewhere.map(({ id }) => id));
  const serving = new Set(
    endpoints.filter(({ elb }) => elb?.state === 'healthy').map(({ targetGroup }) => targetGroup),
  );
  // Before its first health check it gets no requests, while others do: where nobody serves, what dies and is replaced for ever
  // is no beginner (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html).
  const mayStart = ({ elb, targetGroup }: ReportedEndpoint) => elb?.state === 'initial' && serving.has(targetGroup);
  return (endpoint) => {
    const probes = endpoint.probes.filter(({ vantagePoint }) => !strange.has(vantagePoint));
    return { endpoint, probes, outcome: endpointOutcome(endpoint, probes, mayStart(endpoint)) };
  };
}

function groupsOf({ targetGroups }: Report, own: readonly Counted[]) {
  return targetGroups.map(({ arn, name }) => ({
    name,
    members: own.filter(({ endpoint }) => endpoint.targetGroup === arn),
  }));
}

function outcomeSeries(members: readonly Counted[], of: Readonly<Record<string, string>>): readonly MetricSeries[] {
  return OUTCOMES.flatMap((name) =>
    metricSeries(metrics[name], of, [members.filter(({ outcome }) => outcome === name).length]),
  );
}

function connectTimes(members: readonly Counted[]): readonly number[] {
  return members.flatMap(({ probes }) =>
    probes.filter(({ outcome }) => outcome === 'connected').map(({ elapsedMs }) => elapsedMs),
  );
}
