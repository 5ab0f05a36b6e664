import type { NetworkAclEntry } from '../model/inventory.ts';
import { oncePer } from '../reachability/once-per.ts';

/** Entries carry numbers from 1 to 32766 (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html). */
const LAST = 32_766;

/**
 * The free rule numbers of one direction that come before the denying line (a number as text, or `*`, the implicit deny
 * behind all entries), the best first. Before a numbered line the gap in front of it comes first; before `*` the numbers
 * after the last entry. Multiples of ten come first, as people leave room. Found once for each line of an ACL, which may
 * deny thousands of targets.
 */
export function freeRuleNumbers(
  entries: readonly NetworkAclEntry[],
  egress: boolean,
  denyingLine: string,
): readonly number[] {
  const found = foundIn(entries);
  const key = `${egress} ${denyingLine}`;
  const free = found.get(key) ?? freeNumbers(entries, egress, denyingLine);
  found.set(key, free);
  return free;
}

const foundIn = oncePer((_entries: readonly NetworkAclEntry[]) => new Map<string, readonly number[]>());

function freeNumbers(entries: readonly NetworkAclEntry[], egress: boolean, denyingLine: string): readonly number[] {
  const taken = new Set(entries.filter((entry) => entry.egress === egress).map(({ ruleNumber }) => ruleNumber));
  const before = denyingLine === '*' ? LAST + 1 : Number(denyingLine);
  const lastBefore = Math.max(0, ...[...taken].filter((number) => number < before));
  const free = Array.from({ length: before - 1 }, (_, index) => index + 1).filter((number) => !taken.has(number));
  const gap = free.filter((number) => number > lastBefore);
  const rest = free.filter((number) => number < lastBefore).toReversed();
  return [...roundFirst(denyingLine === '*' ? gap : gap.toReversed()), ...roundFirst(rest)];
}

function roundFirst(numbers: readonly number[]): readonly number[] {
  return [...numbers.filter((number) => number % 10 === 0), ...numbers.filter((number) => number % 10 !== 0)];
}
