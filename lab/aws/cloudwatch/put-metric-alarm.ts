import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { alarmFields } from './alarm-fields.ts';
import { alarmStatistic } from './alarm-statistic.ts';
import { dimensionsOf } from './dimensions-of.ts';
import type { Comparison, MetricWatch, MissingData } from './stored-alarm.ts';

const COMPARISONS: readonly Comparison[] = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
];
const MISSING: readonly MissingData[] = ['missing', 'ignore', 'breaching', 'notBreaching'];

/** `PutMetricAlarm`, on one metric. Metric math, anomaly bands and queries are not in the lab, and refused. */
export const putMetricAlarm: Operation = {
  action: 'cloudwatch:PutMetricAlarm',
  resource: (input, { region, accountId }) =>
    `arn:aws:cloudwatch:${region}:${accountId}:alarm:${textOf(input, 'AlarmName')}`,
  run: (input, { cloudWatch: { store, clock } }) => {
    const fields = alarmFields(input, store.alarms.get(textOf(input, 'AlarmName') ?? ''), clock);
    store.alarms.set(fields.name, { ...fields, watch: watchOf(input) });
    return {};
  },
};

function watchOf(input: Input): MetricWatch {
  if (input['Metrics'] !== undefined) throw invalid('Metrics', 'absent: the lab knows no metric math');
  const evaluationPeriods = whole(input, 'EvaluationPeriods');
  const datapointsToAlarm = whole(input, 'DatapointsToAlarm', evaluationPeriods);
  if (datapointsToAlarm > evaluationPeriods) throw invalid('DatapointsToAlarm', `at most ${evaluationPeriods}`);
  return {
    kind: 'metric',
    namespace: required(input, 'Namespace'),
    metric: required(input, 'MetricName'),
    dimensions: dimensionsOf(input).map(({ name, value }) => ({ name, value: value ?? '' })),
    statistic: statisticOf(input),
    periodSeconds: periodOf(input),
    evaluationPeriods,
    datapointsToAlarm,
    threshold: Number(required(input, 'Threshold')),
    comparison: oneOf(input, 'ComparisonOperator', COMPARISONS),
    missingData: oneOf(input, 'TreatMissingData', MISSING, 'missing'),
  };
}

function statisticOf(input: Input): string {
  const statistic = textOf(input, 'Statistic') ?? required(input, 'ExtendedStatistic');
  try {
    alarmStatistic(statistic, []);
    return statistic;
  } catch {
    throw invalid('Statistic', 'a statistic that the lab knows');
  }
}

function periodOf(input: Input): number {
  const period = whole(input, 'Period');
  if ([10, 20, 30].includes(period) || period % 60 === 0) return period;
  throw invalid('Period', '10, 20, 30 or a multiple of 60');
}

function whole(input: Input, name: string, otherwise?: number): number {
  const value = Number(textOf(input, name) ?? otherwise ?? required(input, name));
  if (Number.isInteger(value) && value >= 1) return value;
  throw invalid(name, 'a whole number from 1 on');
}

function oneOf<T extends string>(input: Input, name: string, allowed: readonly T[], otherwise?: T): T {
  const text = textOf(input, name) ?? otherwise ?? required(input, name);
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw invalid(name, allowed.join(', '));
  return found;
}

function required(input: Input, name: string): string {
  const text = textOf(input, name) ?? '';
  if (text === '') throw invalid(name, 'given');
  return text;
}

function invalid(name: string, allowed: string): AwsError {
  return new AwsError('ValidationError', `1 validation error detected: ${name} must be ${allowed}`);
}
