import { type Cidr, contains, parseCidr } from '../model/address.ts';

/**
 * Ranges that no internet gateway carries: RFC 1918, RFC 6598, link-local, and unique local IPv6 (Reachability Analyzer's
 * codes `IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS` and `…_RFC6598_EGRESS`; RFC 4193).
 */
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
]
  .map(parseCidr)
  .filter((range) => range !== null);

/** Whether every address of a range is private. */
export function isPrivate(range: Cidr): boolean {
  return PRIVATE.some((outer) => contains(outer, range));
}
