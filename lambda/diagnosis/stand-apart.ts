import { overlaps, parseCidr } from '../model/address.ts';

/** Whether clients are declared (a range; null where they are not), and none of them stands in any of the ranges. */
export function standApart(clients: string | null, ranges: readonly string[]): boolean {
  const range = parseCidr(clients ?? '');
  if (range === null) return false;
  return !ranges.map(parseCidr).some((other) => other !== null && overlaps(range, other));
}
