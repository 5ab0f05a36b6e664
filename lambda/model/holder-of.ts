import { parseAddress } from './address.ts';
import type { NetworkInterface } from './inventory.ts';

/** The first interface that holds one of the addresses, compared as values; undefined where none does. */
export function holderOf(
  interfaces: readonly NetworkInterface[],
  addresses: readonly string[],
): NetworkInterface | undefined {
  const wanted = new Set(addresses.flatMap(keysOf));
  return interfaces.find((one) =>
    [...one.addresses.map(({ address }) => address), ...one.ipv6Addresses]
      .flatMap(keysOf)
      .some((key) => wanted.has(key)),
  );
}

/** One key, or none for what is no literal address. */
function keysOf(text: string): readonly string[] {
  const address = parseAddress(text);
  return address === null ? [] : [`${address.family} ${address.value}`];
}
