/**
 * One statistic over the values of one period; null where there are none. Percentiles (`p50`, `p99.9`) are interpolated between
 * the two nearest values. Throws for a statistic that is none.
 */
export function alarmStatistic(statistic: string, values: readonly number[]): number | null {
  const percentile = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/.exec(statistic)?.[1];
  const compute = percentile === undefined ? STATISTICS.get(statistic) : percentileOf(Number(percentile));
  if (compute === undefined) throw new Error(`no statistic: ${statistic}`);
  return values.length === 0 ? null : compute(values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const STATISTICS: ReadonlyMap<string, (values: readonly number[]) => number> = new Map([
  ['Maximum', (values) => Math.max(...values)],
  ['Minimum', (values) => Math.min(...values)],
  ['Sum', sum],
  ['SampleCount', (values) => values.length],
  ['Average', (values) => sum(values) / values.length],
]);

function percentileOf(percent: number): (values: readonly number[]) => number {
  return (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    const place = ((sorted.length - 1) * percent) / 100;
    const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place - Math.floor(place));
  };
}
