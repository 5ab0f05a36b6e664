import { parseAddress } from '../model/address.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Inventory, NetworkInterface } from '../model/inventory.ts';
import { type WatchedPath, watchPrefix } from '../model/watch.ts';
import { whyUnknown } from '../model/why-unknown.ts';
import { watchPlaces } from './watch-places.ts';

/** Where a watched host is dialled: its addresses, or why there is none, as a phrase. */
type Found = readonly string[] | string;

/**
 * What a watch dials: one endpoint for each address of its host, from every place of those who call. An instance or a
 * network interface is dialled at its primary address. A host by one address keeps its id when the address changes.
 */
export function endpointsOfWatch(inventory: Inventory, watch: WatchedPath): readonly Endpoint[] {
  const { name, to } = watch;
  const vantagePoints = watchPlaces(inventory, watch).map(({ id }) => id);
  const endpoint = (address: string | null, addressUnknown: string | null, key: string): Endpoint => ({
    id: `${watchPrefix(name)}${key}:${to.port}`,
    ...{ loadBalancer: null, targetGroup: null, watch: name },
    target: { id: to.host, port: to.port, zone: null },
    ...{ address, addressUnknown },
    port: to.port,
    protocol: 'tcp',
    purpose: 'traffic',
    vantagePoints,
  });
  const found = foundAt(inventory, watch);
  if (typeof found === 'string') return [endpoint(null, found, to.host)];
  return found.map((address) => endpoint(address, null, found.length === 1 ? to.host : address));
}

function foundAt(inventory: Inventory, { to: { host }, from, resolved }: WatchedPath): Found {
  if (resolved !== null) return resolved.known ? asSeenInside(inventory, resolved.value, from.vpcId) : resolved.reason;
  return parseAddress(host) === null ? addressOfInterface(inventory, host) : [host];
}

/** A name that leads to a public address outside the VPC leads to the private one inside, where both are of one interface. */
function asSeenInside({ networkInterfaces }: Inventory, addresses: readonly string[], vpcId: string): Found {
  if (addresses.length === 0) return 'its name leads to no address';
  const own = (networkInterfaces.known ? networkInterfaces.value : []).filter((one) => one.vpcId === vpcId);
  const inside = new Map(
    own.flatMap((one) => one.addresses.map(({ publicAddress, address }) => [publicAddress, address])),
  );
  return [...new Set(addresses.map((address) => inside.get(address) ?? address))];
}

function addressOfInterface({ networkInterfaces, instances }: Inventory, host: string): Found {
  if (!networkInterfaces.known) return whyUnknown('network interfaces', networkInterfaces);
  const held = networkInterfaces.value.find((one) => isMeant(one, host));
  const instance = instances.known ? instances.value.find(({ id }) => id === host) : undefined;
  const address = held?.addresses.find(({ primary }) => primary)?.address ?? instance?.primaryAddress;
  if (address) return [address];
  if (instance !== undefined) return `${host} (${instance.state}) has no address`;
  return held === undefined ? `${host} is not in the inventory` : `${host} has no IPv4 address`;
}

function isMeant({ id, attachment }: NetworkInterface, host: string): boolean {
  return id === host || (attachment?.instanceId === host && attachment.deviceIndex === 0);
}
