import { parseAddress } from '../model/address.ts';
import type { Instance, Inventory, NetworkInterface } from '../model/inventory.ts';

type Index<T> = ReadonlyMap<string, T>;

// Ten thousand targets ask of the same lists: each list is indexed once.
const holders = new WeakMap<readonly NetworkInterface[], Index<NetworkInterface>>();
const instancesById = new WeakMap<readonly Instance[], Index<Instance>>();

/**
 * The `Name` tag of a target's instance: of the instance itself, or of the one whose interface in the VPC holds the
 * address. Null where there is no such instance, it has no name, or it could not be read.
 */
export function targetName(
  { instances, networkInterfaces }: Inventory,
  { targetId, vpcId }: { readonly targetId: string; readonly vpcId: string | null },
): string | null {
  if (!instances.known) return null;
  const held = networkInterfaces.known ? indexed(holders, networkInterfaces.value, placesOf) : undefined;
  const instanceId = held?.get(placeOf(vpcId, targetId))?.attachment?.instanceId ?? targetId;
  return indexed(instancesById, instances.value, ({ id }) => [id]).get(instanceId)?.name ?? null;
}

function indexed<T>(
  indexes: WeakMap<readonly T[], Index<T>>,
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
) {
  const known = indexes.get(all);
  if (known !== undefined) return known;
  // Of several under one key the first counts, as in a search from the front.
  const index = new Map(all.flatMap((one) => keysOf(one).map((key) => [key, one] as const)).toReversed());
  indexes.set(all, index);
  return index;
}

function placesOf({ vpcId, addresses, ipv6Addresses }: NetworkInterface): readonly string[] {
  return [...addresses.map(({ address }) => address), ...ipv6Addresses].map((address) => placeOf(vpcId, address));
}

/** An address within a VPC, however it is written; an instance id is no address and is nobody's place. */
function placeOf(vpcId: string | null, text: string): string {
  const address = parseAddress(text);
  return address === null ? `${vpcId} ${text}` : `${vpcId} ${address.family} ${address.value}`;
}
