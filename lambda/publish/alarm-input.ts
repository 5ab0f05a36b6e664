import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { KeptAlarm } from '../report/metrics/kept-alarms-of.ts';

/** A kept alarm as `PutMetricAlarm` takes it, and `DescribeAlarms` gives it back. */
export function alarmInput(alarm: KeptAlarm): PutMetricAlarmCommandInput {
  const actions = [...alarm.actions];
  return {
    AlarmName: alarm.name,
    AlarmDescription: alarm.description,
    ActionsEnabled: true,
    AlarmActions: actions,
    OKActions: actions,
    InsufficientDataActions: [],
    Namespace: alarm.namespace,
    MetricName: alarm.metric,
    Dimensions: Object.entries(alarm.dimensions).map(([Name, Value]) => ({ Name, Value })),
    Statistic: alarm.statistic,
    Period: alarm.periodSeconds,
    EvaluationPeriods: alarm.evaluationPeriods,
    DatapointsToAlarm: alarm.datapointsToAlarm,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
    TreatMissingData: alarm.missingData,
  };
}
