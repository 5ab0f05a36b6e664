import { BlockList, isIP } from 'node:net';
import { addressBits } from './address-bits.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { isRange } from './is-range.ts';

/**
 * What is allowed instead of this range of a VPC, or of what probers dial; null where it may stand. Probers are for targets, not
 * for the internet: no range is larger than the largest private one, nor wholly made of addresses that the prober refuses always.
 */
export function whyNoRange(range: string): string | null {
  if (isPlaceholder(range)) return null;
  if (!isRange(range)) return 'a range of addresses, as in 10.0.0.0/16 or fd12:3456::/64';
  const [address = '', bits = ''] = range.split('/');
  const prefix = Number(bits);
  const special = SPECIAL.find((one) => one.prefix <= prefix && one.list.check(address, familyOf(address)));
  if (special !== undefined) return `one outside ${special.text}, which probers never dial`;
  if (prefix < shortest(address)) {
    return 'one of /8 or longer for IPv4, of /32 or longer for IPv6 (/8 within fc00::/7): targets, not the internet';
  }
  // EC2 takes such a one for the range that holds it, and two that are written differently for one.
  return isFirst(address, prefix) ? null : 'one that is written by its first address, as in 10.0.0.0/16';
}

/** As in the prober (`lambda/probe/special-address.ts`; a test holds the two to each other). IPv4 is not written as IPv6. */
const SPECIAL = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '255.255.255.255/32',
  '::/128',
  '::1/128',
  'fe80::/10',
  'fd00:ec2::/32',
  'ff00::/8',
  '::ffff:0:0/96',
].map((text) => ({ text, prefix: Number(text.split('/')[1]), list: listOf(text) }));

const PRIVATE_V6 = listOf('fc00::/7');

function shortest(address: string): number {
  if (isIP(address) === 4 || PRIVATE_V6.check(address, 'ipv6')) return 8;
  return 32;
}

function isFirst(address: string, prefix: number): boolean {
  const rest = BigInt((isIP(address) === 4 ? 32 : 128) - prefix);
  return addressBits(address) % (1n << rest) === 0n;
}

function listOf(range: string): BlockList {
  const [address = '', prefix] = range.split('/');
  const list = new BlockList();
  list.addSubnet(address, Number(prefix), familyOf(address));
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
