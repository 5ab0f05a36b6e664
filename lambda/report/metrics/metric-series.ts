import { type MetricDefinition, metricNamespace } from '../../contract.ts';

/** One series of a metric in CloudWatch, and what it was in one check. `dimensions` are names to values. */
export type MetricSeries = {
  readonly namespace: string;
  readonly name: string;
  readonly unit: MetricDefinition['unit'];
  readonly values: readonly number[];
  readonly dimensions: Readonly<Record<string, string>>;
};

/**
 * A metric's values under each of its dimension sets for which `dimensions` has every value; a set that it has not in full is
 * not meant. Nothing comes of no values and of a count of zero: such a series is not emitted.
 */
export function metricSeries(
  { name, unit, dimensionSets }: MetricDefinition,
  dimensions: Readonly<Record<string, string>>,
  values: readonly number[],
): readonly MetricSeries[] {
  if (values.length === 0 || (unit === 'Count' && values.every((value) => value === 0))) return [];
  const given = Object.keys(dimensions);
  return dimensionSets
    .filter((set) => set.length === given.length && set.every((key) => given.includes(key)))
    .map((set) => ({
      namespace: metricNamespace,
      name,
      unit,
      values,
      dimensions: Object.fromEntries(set.map((key) => [key, dimensions[key] ?? ''])),
    }));
}
