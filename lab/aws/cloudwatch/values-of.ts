import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** More of one value at one time than alarms of a lab look at. */
const MOST_COUNT = 1000;

/**
 * What a datum of `PutMetricData` puts at its time, or now: one value, or values with counts. Of statistics put at once, the
 * greatest stands for all: alarms of the lab ask for no more.
 */
export function valuesOf(datum: Input, nowMs: number): { readonly values: readonly number[]; readonly atMs: number } {
  const at = textOf(datum, 'Timestamp');
  // JSON has seconds since 1970, the query protocol ISO 8601.
  const atMs = at === undefined ? nowMs : /^[\d.]+$/.test(at) ? Number(at) * 1000 : Date.parse(at);
  const single = textOf(datum, 'Value');
  if (single !== undefined) return { values: [Number(single)], atMs };
  const statistics = datum['StatisticValues'];
  if (typeof statistics === 'object' && statistics !== null) {
    return { values: [Number(textOf({ ...statistics }, 'Maximum'))], atMs };
  }
  const values = numbers(datum['Values']);
  const counts = numbers(datum['Counts']);
  return { values: values.flatMap((value, index) => repeated(value, counts[index] ?? 1)), atMs };
}

function numbers(list: unknown): readonly number[] {
  return Array.isArray(list) ? list.map(Number) : [];
}

function repeated(value: number, count: number): readonly number[] {
  return Array.from({ length: Math.min(count, MOST_COUNT) }, () => value);
}
