import { type Cidr, parseCidr } from '../model/address.ts';
import type { Inventory } from '../model/inventory.ts';
import { knownValues } from './known-values.ts';
import type { Surroundings } from './surroundings.ts';
import { targetInterfaces } from './target-interfaces.ts';

/** Where the ways between callers and targets end: the targets' addresses, and for the answers the callers' subnets. */
export function destinationsOf(
  { subnets, networkInterfaces }: Pick<Inventory, 'subnets' | 'networkInterfaces'>,
  { callers, targetIds }: Pick<Surroundings, 'callers' | 'targetIds'>,
): readonly Cidr[] {
  const callersIn = new Set(callers.flatMap(({ zones }) => zones.map((zone) => zone.subnetId)));
  const ranges = knownValues([subnets])
    .filter((subnet) => callersIn.has(subnet.id))
    .flatMap(({ cidr, ipv6Cidrs }) => [cidr, ...ipv6Cidrs]);
  const held = targetInterfaces(targetIds, knownValues([networkInterfaces])).flatMap((one) => [
    ...one.addresses.map(({ address }) => address),
    ...one.ipv6Addresses,
  ]);
  // What is registered by address may stand where no interface of ours is.
  return [...new Set([...ranges, ...held, ...targetIds])].flatMap((text) => parseCidr(text) ?? []);
}
