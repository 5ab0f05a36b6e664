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

const interfacesByPublicAddress = oncePer((interfaces: readonly NetworkInterface[]) => {
  const held = interfaces.flatMap((one) =>
    readAll(one.addresses.map(({ publicAddress }) => publicAddress ?? '')).map((address) => ({
      key: keyOf(address),
      one,
    })),
  );
  return Map.groupBy(held, ({ key }) => key);
});

const delegations = oncePer((interfaces: readonly NetworkInterface[]) =>
  interfaces.flatMap((one) => (one.prefixes ?? []).map((prefix) => ({ one, range: readSpan(prefix) }))),
);

const subnetRanges = oncePer((subnets: readonly Subnet[]): readonly SubnetRange[] =>
  subnets.map((subnet) => ({
    subnet,
    ranges: [subnet.cidr, ...subnet.ipv6Cidrs].map(readSpan).filter((range) => range !== null),
  })),
);

/** Stations by VPC and address: all places that dial an endpoint share its station. */
const stationsIn = oncePer((_inventory: Inventory) => new Map<string, Station | null>());

/**
 * The station at an address: the interface that holds it with its own groups, else the subnet whose range it is in
 * (groups not known), else the interface that it is the public address of, else a place outside. `vpcId` says where to
 * look for private addresses, since VPCs may use the same ranges; without it, what is not unique counts as outside. Null
 * where `address` is no literal address.
 */
export function stationAt(inventory: Inventory, address: string, vpcId: string | null): Station | null {
  const stations = stationsIn(inventory);
  const key = `${vpcId} ${address}`;
  const kept = stations.get(key);
  if (kept !== undefined) return kept;
  const station = find(inventory, address, vpcId);
  stations.set(key, station);
  return station;
}

function find(inventory: Inventory, address: string, vpcId: string | null): Station | null {
  const parsed = parseAddress(address);
  if (parsed === null) return null;
  const cidr = singleCidr(address);
  const one = interfaceAt(inventory, parsed, vpcId);
  if (one !== undefined) return held(one, cidr);
  const subnetId = subnetAt(inventory, parsed, vpcId);
  const known = subnetId === null ? publiclyAt(inventory, parsed) : undefined;
  return known === undefined ? { cidr, subnetId, interfaceId: null, securityGroups: null } : held(known, cidr);
}

function held({ id, subnetId, groups }: NetworkInterface, cidr: string): Station {
  return { cidr, subnetId, interfaceId: id, securityGroups: groups };
}

function publiclyAt({ networkInterfaces }: Inventory, address: Address): NetworkInterface | undefined {
  if (!networkInterfaces.known) return undefined;
  return interfacesByPublicAddress(networkInterfaces.value).get(keyOf(address))?.[0]?.one;
}

function interfaceAt({ networkInterfaces }: Inventory, address: Address, vpcId: string | null) {
  if (!networkInterfaces.known) return undefined;
  const listed = interfacesByAddress(networkInterfaces.value).get(keyOf(address)) ?? [];
  const holders = listed.length > 0 ? listed : delegatedTo(networkInterfaces.value, address);
  return only(holders.map(({ one }) => one).filter((one) => vpcId === null || one.vpcId === vpcId));
}

function delegatedTo(interfaces: readonly NetworkInterface[], address: Address) {
  const range = { ...address, prefix: address.family === 4 ? 32 : 128 };
  return delegations(interfaces).filter(({ range: outer }) => outer !== null && inSpan(outer, range));
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
  return readAll([...addresses.map(({ address }) => address), ...ipv6Addresses]);
}

function readAll(texts: readonly string[]): readonly Address[] {
  return texts.map(parseAddress).filter((address) => address !== null);
}

function keyOf({ family, value }: Address): string {
  return `${family}:${value}`;
}
