import type { NetworkAclEntry } from '../model/inventory.ts';

/** Entries carry numbers from 1 to 32766 (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html). */
const LAST = 32_766;

/**
 * `count` free rule numbers that come before the denying line: a number as text, or `*`, the implicit deny behind all
 * entries. Before a numbered line the gap in front of it is used first; before `*` the numbers after the last entry.
 * Multiples of ten come first, as people leave room. Null where there are not so many.
 */
export function freeRuleNumbers(
  entries: readonly NetworkAclEntry[],
  denyingLine: string,
  count: number,
): readonly number[] | null {
  const taken = entries.map(({ ruleNumber }) => ruleNumber).filter((number) => number <= LAST);
  const before = denyingLine === '*' ? LAST + 1 : Number(denyingLine);
  const lastBefore = Math.max(0, ...taken.filter((number) => number < before));
  const free = Array.from({ length: before - 1 }, (_, index) => index + 1).filter((number) => !taken.includes(number));
  const gap = free.filter((number) => number > lastBefore);
  const nearest = denyingLine === '*' ? gap : gap.toReversed();
  const rest = free.filter((number) => number < lastBefore).toReversed();
  const chosen = [...roundFirst(nearest), ...roundFirst(rest)].slice(0, count);
  return chosen.length === count ? chosen : null;
}

function roundFirst(numbers: readonly number[]): readonly number[] {
  return [...numbers.filter((number) => number % 10 === 0), ...numbers.filter((number) => number % 10 !== 0)];
}
