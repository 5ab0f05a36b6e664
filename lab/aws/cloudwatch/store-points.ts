import type { CloudWatchStore, StoredMetric } from './cloudwatch-store.ts';
import { metricKey } from './metric-key.ts';

/** A lab that runs for long must not grow; alarms look at the last few. */
const MOST_POINTS = 5_000;

/** Stores what was measured of a metric at one time (milliseconds since 1970). */
export function storePoints(
  { metrics }: CloudWatchStore,
  metric: StoredMetric,
  { values, atMs }: { readonly values: readonly number[]; readonly atMs: number },
): void {
  const key = metricKey(metric);
  const held = metrics.get(key) ?? { metric, points: [] };
  held.points.push(...values.map((value) => ({ atMs, value })));
  held.points.splice(0, held.points.length - MOST_POINTS);
  metrics.set(key, held);
}
