/**
 * At most `most` of the values, ascending and evenly spread over them, the least and the greatest among them: percentiles
 * stay as they were, and the number of values does not grow with the number of targets. `most` is 2 or more.
 */
export function quantiles(values: readonly number[], most: number): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length <= most) return sorted;
  const step = (sorted.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => sorted[Math.round(index * step)] ?? 0);
}
