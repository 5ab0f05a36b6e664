import { dimensions, metricNamespace, metrics, symptomPages } from '../../contract.ts';
import type { Report } from '../../model/report.ts';

/** How kept alarms are made. `prefix` begins the name of each; `pages` is the URL of the documentation's folder. */
export type KeptAlarmSettings = {
  readonly prefix: string;
  readonly deployment: string;
  readonly intervalSeconds: number;
  /** When an alarm goes off: in so many of the last so many checks. */
  readonly datapointsToAlarm: number;
  readonly evaluationPeriods: number;
  readonly pages: string;
  /** ARNs that are told of a change of state; none where the load balancer's own alarm tells already. */
  readonly actions: readonly string[];
};

/** An alarm on one series, with CloudWatch's words for what it has. */
export type KeptAlarm = {
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Maximum';
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: 'GreaterThanOrEqualToThreshold';
  readonly missingData: 'notBreaching';
  readonly actions: readonly string[];
};

/** What of a target group has an alarm of its own, by the last part of the alarm's name. */
const STATES = ['refused', 'silent', 'broken'] as const;

/**
 * The alarms that the target groups of a report should have: three each, whether or not their targets could be read, and none
 * where targets are never dialled. A zero is not emitted, so missing data is well. Names are `PREFIXload-balancer/target-group/state`.
 */
export function keptAlarmsOf(
  { loadBalancers, targetGroups }: Report,
  settings: KeptAlarmSettings,
): readonly KeptAlarm[] {
  const dialled = targetGroups.filter((group) => group.dialled !== false);
  return dialled.flatMap((group) =>
    loadBalancers
      .filter(({ arn }) => group.loadBalancers.includes(arn))
      .flatMap(({ name }) => STATES.map((state) => alarm(name, group.name, state))),
  );

  function alarm(loadBalancer: string, targetGroup: string, state: (typeof STATES)[number]): KeptAlarm {
    const metric = metrics[state];
    const { prefix, deployment, intervalSeconds, pages, actions, datapointsToAlarm, evaluationPeriods } = settings;
    return {
      name: `${prefix}${loadBalancer}/${targetGroup}/${state}`,
      description: `${loadBalancer}, target group ${targetGroup}: ${metric.meaning}. ${pages}/${symptomPages[state]}`,
      namespace: metricNamespace,
      metric: metric.name,
      dimensions: {
        [dimensions.deployment]: deployment,
        [dimensions.loadBalancer]: loadBalancer,
        [dimensions.targetGroup]: targetGroup,
      },
      statistic: metric.statistic,
      // Periods are whole minutes (API Reference, PutMetricAlarm, `Period`).
      periodSeconds: Math.max(1, Math.ceil(intervalSeconds / 60)) * 60,
      evaluationPeriods,
      datapointsToAlarm,
      threshold: 1,
      comparison: 'GreaterThanOrEqualToThreshold',
      missingData: 'notBreaching',
      actions,
    };
  }
}
