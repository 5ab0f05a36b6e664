import { isIP } from 'node:net';
import { addressBits } from './address-bits.ts';
import { isRange } from './is-range.ts';

/** The same for one range of addresses, in whatever way it is written; a token, or what is no range, is its own. */
export function rangeKey(range: string): string {
  if (!isRange(range)) return range;
  const [address = '', prefix] = range.split('/');
  return `IPv${isIP(address)} ${addressBits(address)}/${prefix}`;
}
