import { alarmStatistic } from './alarm-statistic.ts';
import type { CloudWatchClock } from './cloudwatch-clock.ts';
import type { CloudWatchStore, MetricPoint } from './cloudwatch-store.ts';
import { metricKey } from './metric-key.ts';
import type { Comparison, MetricWatch } from './stored-alarm.ts';

/** CloudWatch looks further back than the evaluation periods; its documentation shows 5 for 3, and tells no rule. */
const LOOKED_FURTHER = 2;

/**
 * Whether each period of an alarm's evaluation range breaches, the oldest first; null where nothing was measured. Periods that
 * have not ended are left out.
 */
export function rangeOf(watch: MetricWatch, { metrics }: CloudWatchStore, { now, scale }: CloudWatchClock) {
  const { namespace, metric: name, dimensions, periodSeconds, evaluationPeriods } = watch;
  const points = metrics.get(metricKey({ namespace, name, dimensions }))?.points ?? [];
  const periodMs = periodSeconds * 1000 * scale;
  const last = Math.floor(now() / periodMs);
  const first = last - evaluationPeriods - LOOKED_FURTHER;
  return Array.from({ length: last - first }, (_, index) => breaches(watch, within(points, first + index, periodMs)));
}

function within(points: readonly MetricPoint[], period: number, periodMs: number): readonly number[] {
  return points.filter(({ atMs }) => Math.floor(atMs / periodMs) === period).map(({ value }) => value);
}

function breaches({ statistic, threshold, comparison }: MetricWatch, values: readonly number[]): boolean | null {
  const value = alarmStatistic(statistic, values);
  return value === null ? null : COMPARISONS[comparison](value, threshold);
}

const COMPARISONS: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};
