import { Metrics } from '@aws-lambda-powertools/metrics';
import type { MetricSeries } from '../report/metrics/metric-series.ts';

/**
 * Writes series to stdout in the embedded metric format, from which CloudWatch Logs takes them: no call, no permission.
 * One line for each set of dimension values; beyond 100 metrics or 100 values of one, the library begins another
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 * `at` is the time of the check, ISO 8601.
 */
export function emitMetrics(series: readonly MetricSeries[], at: string): void {
  for (const alike of byDimensions(series)) {
    const metrics = new Metrics({ namespace: alike[0]?.namespace });
    // The library's own `service` would make every series another one than the alarms look at. As defaults, unlike other
    // dimensions, ours also outlast a line that is full.
    metrics.clearDefaultDimensions();
    metrics.setDefaultDimensions(plain(alike[0]?.dimensions ?? {}));
    metrics.setTimestamp(Date.parse(at));
    for (const { name, unit, values } of alike) {
      for (const value of values) metrics.addMetric(name, unit, value);
    }
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  }
}

function byDimensions(series: readonly MetricSeries[]): readonly (readonly MetricSeries[])[] {
  const groups = new Map<string, MetricSeries[]>();
  for (const one of series) {
    const key = JSON.stringify([one.namespace, Object.entries(one.dimensions)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** CloudWatch takes ASCII without control characters, at most 1,024 of them (API Reference, Dimension). */
function plain(dimensions: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(dimensions).map(([key, value]) => [key, value.replaceAll(/[^\x20-\x7e]/g, '_').slice(0, 1024)]),
  );
}
