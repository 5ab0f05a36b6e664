import { type Address, parseAddress } from '../model/address.ts';
import type { Station } from '../model/flow.ts';
import type { Inventory, NetworkInterface, Subnet } from '../model/inventory.ts';
import { inSpan } from './in-span.ts';
import { oncePer } from './once-per.ts';
import { readSpan, type Span } from './read-span.ts';
import { singleCidr } from './single-cidr.ts';

type SubnetRange = { readonly subnet: Subnet; readonly ranges: readonly Span[] };

const interfacesByAddress = oncePer((interfaces: readonly NetworkInterface[]) => {
  const held = interfaces.flatMap((one) => addressesOf(one).map((address) => ({ key: keyOf(address), one })));
  return Map.groupBy(held, ({ key }) => key);
});

const subnetRanges = oncePer((subnets: readonly Subnet[]): readonly SubnetRange[] =>
  subnets.map((subnet) => ({
    subnet,
    ranges: [subnet.cidr, ...subnet.ipv6Cidrs].map(readSpan).filter((range) => range !== null),
  })),
);

/**
 * The station at an address: the interface that holds it with its own groups, else the subnet whose range it is in
 * (groups not known), else a place outside. `vpcId` says where to look, since VPCs may use the same ranges; without it,
 * what is not unique counts as outside. Null where `address` is no literal address.
 */
export function stationAt(inventory: Inventory, address: string, vpcId: string | null): Station | null {
  const parsed = parseAddress(address);
  if (parsed === null) return null;
  const cidr = singleCidr(address);
  const one = interfaceAt(inventory, parsed, vpcId);
  if (one !== undefined) return { cidr, subnetId: one.subnetId, interfaceId: one.id, securityGroups: one.groups };
  return { cidr, subnetId: subnetAt(inventory, parsed, vpcId), interfaceId: null, securityGroups: null };
}

function interfaceAt({ networkInterfaces }: Inventory, address: Address, vpcId: string | null) {
  if (!networkInterfaces.known) return undefined;
  const holders = interfacesByAddress(networkInterfaces.value).get(keyOf(address)) ?? [];
  return only(holders.map(({ one }) => one).filter((one) => vpcId === null || one.vpcId === vpcId));
}

function subnetAt({ subnets }: Inventory, address: Address, vpcId: string | null): string | null {
  if (!subnets.known) return null;
  const range = { ...address, prefix: address.family === 4 ? 32 : 128 };
  const holders = subnetRanges(subnets.value)
    .filter(({ subnet }) => vpcId === null || subnet.vpcId === vpcId)
    .filter(({ ranges }) => ranges.some((outer) => inSpan(outer, range)));
  return only(holders)?.subnet.id ?? null;
}

function only<T>(candidates: readonly T[]): T | undefined {
  return candidates.length === 1 ? candidates[0] : undefined;
}

function addressesOf({ addresses, ipv6Addresses }: NetworkInterface): readonly Address[] {
  const texts = [...addresses.map(({ address }) => address), ...ipv6Addresses];
  return texts.map(parseAddress).filter((address) => address !== null);
}

function keyOf({ family, value }: Address): string {
  return `${family}:${value}`;
}
