import type { Cidr } from '../model/address.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Station } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { whyUnknown } from '../model/why-unknown.ts';
import { addressName } from './address-name.ts';
import { interfaceById } from './interface-by-id.ts';
import { sameAddress } from './same-address.ts';

const NONE: Fact<string | null> = known(null);

/**
 * By which address the internet knows a station: the one that its interface maps to that very private address (AWS, *IP
 * addressing for your VPCs*), null where it has none. An IPv6 address is its own.
 */
export function publicAddress(
  { networkInterfaces }: Inventory,
  { cidr, interfaceId }: Station,
  range: Cidr,
): Fact<string | null> {
  const name = addressName(cidr);
  if (range.family === 6) return known(name);
  if (!networkInterfaces.known) {
    return { ...networkInterfaces, reason: whyUnknown('network interfaces', networkInterfaces) };
  }
  const holder = interfaceId === null ? undefined : interfaceById(networkInterfaces.value).get(interfaceId);
  if (holder === undefined) return unknown('not-found', `no network interface of the inventory holds ${name}`);
  if (holder.addresses.every((one) => one.publicAddress === null)) return NONE;
  const mapped = holder.addresses.find(
    (one) => sameAddress(range, one.address) || sameAddress(range, one.publicAddress),
  );
  return known(mapped?.publicAddress ?? null);
}
