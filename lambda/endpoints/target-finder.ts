import { parseAddress } from '../model/address.ts';
import type { Fact } from '../model/fact.ts';
import type { Instance, Inventory, NetworkInterface, Target, TargetGroup } from '../model/inventory.ts';
import { whyUnknown } from '../model/why-unknown.ts';

/** Where a target is dialled: its address or why that is not known, and its zone (null: not known, or all of them). */
export type Found = {
  readonly address: string | null;
  readonly addressUnknown: string | null;
  readonly zone: string | null;
};

/** Finds where a target of a group is dialled. */
export type TargetFinder = (group: TargetGroup, target: Target) => Found;

/** Primary interfaces and instances by instance id, interfaces by VPC and address, zones by subnet id. */
type Lookup = {
  readonly primaries: ReadonlyMap<string, NetworkInterface>;
  readonly holders: () => ReadonlyMap<string, NetworkInterface>;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly zones: ReadonlyMap<string, string>;
};

/**
 * Indexes the inventory once and finds targets in it. An instance receives at the primary address of its primary
 * interface (device index 0), by IPv6 at that interface's first one; an address is its own (AWS, *Target groups*).
 */
export function targetFinder(inventory: Inventory): TargetFinder {
  const lookup = lookupOf(inventory);
  return (group, target) => {
    const zone = target.zone === 'all' ? null : (target.zone ?? zoneOf(lookup, group, target));
    if (group.targetType === 'instance') return ofInstance(inventory, lookup, group, target, zone);
    if (group.targetType === 'alb')
      return { address: null, addressUnknown: 'a registered load balancer is not dialled', zone };
    if (parseAddress(target.id) !== null) return { address: target.id, addressUnknown: null, zone };
    return { address: null, addressUnknown: `${target.id} is no literal address`, zone };
  };
}

function lookupOf(inventory: Inventory): Lookup {
  const interfaces = valuesOf(inventory.networkInterfaces);
  // Only targets that are registered by address ask for it, and reading every address takes its time.
  let holders: ReadonlyMap<string, NetworkInterface> | undefined;
  return {
    primaries: new Map(interfaces.flatMap(byInstance)),
    holders: () => {
      holders ??= new Map(interfaces.flatMap((one) => addressesOf(one).map((text) => [keyOf(one.vpcId, text), one])));
      return holders;
    },
    instances: new Map(valuesOf(inventory.instances).map((one) => [one.id, one])),
    zones: new Map(valuesOf(inventory.subnets).map((one) => [one.id, one.zone])),
  };
}

function byInstance(one: NetworkInterface): [string, NetworkInterface][] {
  const { instanceId, deviceIndex } = one.attachment ?? {};
  return instanceId && deviceIndex === 0 ? [[instanceId, one]] : [];
}

function zoneOf({ primaries, holders, instances, zones }: Lookup, group: TargetGroup, { id }: Target): string | null {
  const holder = group.targetType === 'instance' ? primaries.get(id) : holders().get(keyOf(group.vpcId, id));
  return holder?.zone ?? zones.get(instances.get(id)?.subnetId ?? '') ?? null;
}

function ofInstance(
  inventory: Inventory,
  { primaries, instances }: Lookup,
  { ipAddressType }: TargetGroup,
  { id }: Target,
  zone: string | null,
): Found {
  const primary = primaries.get(id);
  const instance = instances.get(id);
  const own = primary?.addresses.find((one) => one.primary)?.address ?? instance?.primaryAddress;
  const address = ipAddressType === 'ipv6' ? primary?.ipv6Addresses[0] : own;
  if (address) return { address, addressUnknown: null, zone };
  return { address: null, addressUnknown: whyLost(inventory, id, instance, ipAddressType), zone };
}

function whyLost(
  { networkInterfaces, instances }: Inventory,
  id: string,
  instance: Instance | undefined,
  ipAddressType: string,
): string {
  if (!networkInterfaces.known) return whyUnknown('network interfaces', networkInterfaces);
  if (!instances.known) return `no network interface of ${id} was found, and ${whyUnknown('instances', instances)}`;
  if (instance === undefined) return `${id} is not in the inventory`;
  return `${id} (${instance.state}) has no ${ipAddressType === 'ipv6' ? 'IPv6' : 'IPv4'} address`;
}

function valuesOf<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact.known ? fact.value : [];
}

function addressesOf({ addresses, ipv6Addresses }: NetworkInterface): readonly string[] {
  return [...addresses.map(({ address }) => address), ...ipv6Addresses];
}

/** Addresses are compared as values, since IPv6 has many spellings; within their VPC, since VPCs may use the same ranges. */
function keyOf(vpcId: string | null, text: string): string {
  const address = parseAddress(text);
  return address === null ? '' : `${vpcId} ${address.family} ${address.value}`;
}
