import { type Cidr, parseCidr } from '../model/address.ts';

/** A range of addresses with its last one, so that the many comparisons of a check need no arithmetic. */
export type Span = Cidr & { readonly last: bigint };

/** Reads `address/prefix`; null for anything else. */
export function readSpan(text: string): Span | null {
  const range = parseCidr(text);
  if (range === null) return null;
  const host = BigInt((range.family === 4 ? 32 : 128) - range.prefix);
  return { ...range, last: range.value + (1n << host) - 1n };
}
