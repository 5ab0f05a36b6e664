import { type Cidr, parseAddress } from '../model/address.ts';
import { isSingle } from './is-single.ts';

/** Whether a text is the one address of a range, compared as values, since IPv6 has many spellings. */
export function sameAddress(range: Cidr, text: string | null): boolean {
  const address = text === null ? null : parseAddress(text);
  return address !== null && isSingle(range) && address.family === range.family && address.value === range.value;
}
