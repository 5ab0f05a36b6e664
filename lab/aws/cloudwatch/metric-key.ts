import type { StoredMetric } from './cloudwatch-store.ts';

/** A metric's identity; its dimensions must be in the order of their names. */
export function metricKey({ namespace, name, dimensions }: StoredMetric): string {
  return JSON.stringify([namespace, name, dimensions.map((dimension) => [dimension.name, dimension.value])]);
}
