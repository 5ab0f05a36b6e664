import { type Cidr, contains, parseAddress } from '../model/address.ts';
import type { PortRange } from '../model/flow.ts';
import { specialAddress } from './special-address.ts';

/** What was fixed at deploy: the addresses and the ports that a prober may dial. `text` is the range as it was written. */
export type DialableRanges = {
  readonly addresses: readonly { readonly text: string; readonly cidr: Cidr }[];
  readonly ports: readonly PortRange[];
};

/**
 * Why an address and port may not be dialled, naming the wrong value and what is allowed; null where it may.
 * Special addresses (`specialAddress`) are refused whatever the ranges say. Without ranges (null) nothing else is.
 */
export function whyNotDialable(address: string, port: number, ranges: DialableRanges | null): string | null {
  const parsed = parseAddress(address);
  if (parsed === null) {
    return `${JSON.stringify(address.slice(0, 80))} is not a literal IPv4 or IPv6 address, and names are never dialled`;
  }
  const special = specialAddress(parsed);
  if (special !== null) return `${address} lies in ${special}, which is never dialled`;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return `port ${port} is not a whole number from 1 to 65535`;
  if (ranges === null) return null;
  const single = { ...parsed, prefix: parsed.family === 4 ? 32 : 128 };
  if (!ranges.addresses.some(({ cidr }) => contains(cidr, single))) {
    return `${address} lies outside the allowed ranges ${ranges.addresses.map(({ text }) => text).join(', ')}`;
  }
  if (ranges.ports.some(({ from, to }) => from <= port && port <= to)) return null;
  return `port ${port} of ${address} lies outside the allowed ports ${ranges.ports.map(portText).join(', ')}`;
}

function portText({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}
