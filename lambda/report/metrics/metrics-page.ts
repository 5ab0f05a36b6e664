import { type MetricDefinition, metricNamespace, metrics } from '../../contract.ts';

/** The page of all metrics in Markdown, from their definitions; what they cost, and which alarms look at them. */
export function metricsPage(): string {
  const definitions: readonly MetricDefinition[] = Object.values(metrics);
  const sizes = [1, 2, 3].map((size) => definitions.filter(({ dimensionSets }) => hasSet(dimensionSets, size)).length);
  const [perDeployment, perBalancer, perGroup] = sizes;
  return `${[
    '# Metrics',
    `Namespace \`${metricNamespace}\`. This page is generated: edit \`lambda/contract.ts\`, then \`npm run docs\`.`,
    table(definitions),
    '## How they are counted',
    ...COUNTED,
    '## What they cost',
    `A series is billed while it is emitted: at most ${perDeployment} for the deployment, ${perBalancer} for each load balancer and ${perGroup} for each target group, however many targets and zones there are. At $0.30 a month each (the first 10,000; us-east-1) a load balancer with two target groups whose targets all connect has 4 series, besides the heartbeat: $1.50. Nothing is called: the lines cost what logs cost, $0.50 for a gigabyte (<https://aws.amazon.com/cloudwatch/pricing/>).`,
    '## Alarms',
    ...ALARMS,
  ].join('\n\n')}\n`;
}

function hasSet(sets: MetricDefinition['dimensionSets'], size: number): boolean {
  return sets.some((set) => set.length === size);
}

function table(definitions: readonly MetricDefinition[]): string {
  const rows = definitions.map(({ name, unit, statistic, dimensionSets, meaning }) => {
    const sets = dimensionSets.map((set) => set.join(' × ')).join('; ');
    return `| \`${name}\` | ${meaning} | ${unit} | ${statistic} | ${sets} |`;
  });
  return ['| Metric | What it tells | Unit | Statistic | Dimensions |', '|---|---|---|---|---|', ...rows].join('\n');
}

const COUNTED: readonly string[] = [
  'Each endpoint (a target and port; a health check port of its own is another) counts once, under the gravest outcome that its load balancer’s own places saw: silence before an ICMP error, a refusal, a reset, an early close. What could not be judged, or not been looked at from every place, is `NotLooked` and never `Connected`. So is silence that is our own trouble. A path that is watched without a load balancer counts under its own name, which stands where a load balancer’s does.',
  '`Misconfigured` counts distinct causes, certain or likely, at load balancers and target groups, and at targets as long as these answer; notes and consequences never.',
  'A count of zero is not emitted: missing data is well, except for the heartbeat. `ConnectTime` is at most 100 values per check and load balancer, evenly taken over all that were measured: percentiles stay, the number of samples means nothing.',
  '`NotCovered` is counted whenever configuration is read anew, which is once in a quarter of an hour while nothing changes.',
  'A prober that is asked for what it may not dial refuses the whole request, dials nothing and fails with the reason: that is one of its own `Errors` (namespace `AWS/Lambda`), and `NotLooked` of whatever the monitor asked it for. The monitor hands it nothing of the kind: what lies outside `dialable` it leaves out, and counts as `NotLooked`.',
];

const ALARMS: readonly string[] = [
  'The stack has an alarm for each state of a load balancer, one over them that tells somebody, and one for the heartbeat, which goes off when data is missing.',
  'Target groups come and go without a deploy, so the monitor itself keeps three alarms for each whose targets are dialled (groups of functions, or of UDP alone, have none): refused, silent, broken; after as many checks as the stack’s own alarms, missing data is well. Their names are `PREFIXload-balancer/target-group/state`; no other alarm is touched. They are put when a group is first seen or differs, and deleted when it is gone; one that could not be read is not gone. Each costs $0.10 a month, so $0.30 a target group. They have a name and a state each, so that a deployment can be rolled back by them.',
  'The alternative is one alarm on a Metrics Insights query, `SELECT MAX(Refused) FROM SCHEMA(OriginDoctor, Deployment, LoadBalancer, TargetGroup) WHERE Deployment = … GROUP BY LoadBalancer, TargetGroup`. It covers new groups at once, and is billed by the series that the query matches, also at $0.10: since a zero is not emitted, little of it in good times. It was not chosen: all groups share one state and one name, 200 such alarms are allowed in a Region, at most 100 groups can be in alarm at once and 500 are looked at (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html>).',
];
