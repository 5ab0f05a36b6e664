import { type Cidr, parseCidr } from '../model/address.ts';
import type { Inventory } from '../model/inventory.ts';
import { knownValues } from './known-values.ts';
import type { Surroundings } from './surroundings.ts';
import { targetInterfaces } from './target-interfaces.ts';

/** Where the ways between load balancers and targets end: the targets' addresses, and for the answers the nodes' subnets. */
export function destinationsOf(
  { subnets, networkInterfaces }: Pick<Inventory, 'subnets' | 'networkInterfaces'>,
  { loadBalancers, targetIds }: Pick<Surroundings, 'loadBalancers' | 'targetIds'>,
): readonly Cidr[] {
  const nodesIn = new Set(loadBalancers.flatMap(({ zones }) => zones.map((zone) => zone.subnetId)));
  const ranges = knownValues([subnets])
    .filter((subnet) => nodesIn.has(subnet.id))
    .flatMap(({ cidr, ipv6Cidrs }) => [cidr, ...ipv6Cidrs]);
  const held = targetInterfaces(targetIds, knownValues([networkInterfaces])).flatMap((one) => [
    ...one.addresses.map(({ address }) => address),
    ...one.ipv6Addresses,
  ]);
  // What is registered by address may stand where no interface of ours is.
  return [...new Set([...ranges, ...held, ...targetIds])].flatMap((text) => parseCidr(text) ?? []);
}
