import { parseAddress } from '../../model/address.ts';
import type { Inventory, NetworkInterface } from '../../model/inventory.ts';
import { nodeAt } from './node-at.ts';

/**
 * Why the host of a destination is no address, as sentences; null where it is one. Where the inventory knows the name
 * (an instance's or an interface's id, a load balancer's name), the addresses that it may stand for are told.
 */
export function whyNoAddress(inventory: Inventory, host: string, port: number): string | null {
  if (parseAddress(host) !== null) return null;
  const meant = meantBy(inventory, host).map((address) => `${address}:${port}`);
  if (meant.length > 0) {
    return `"${host}" is a name, and an address is wanted: ${meant.join(' or ')}.`;
  }
  if (/^[0-9.]+$/.test(host)) return `"${host}" is no IPv4 address.`;
  if (/^[0-9a-f:.]+$/i.test(host) && host.includes(':')) return `"${host}" is no IPv6 address.`;
  return `"${host}" is a name, and an address is wanted: a name may lead anywhere, so look it up first.`;
}

function meantBy(inventory: Inventory, host: string): readonly string[] {
  const { networkInterfaces } = inventory;
  if (!networkInterfaces.known) return [];
  return networkInterfaces.value
    .filter((one) => one.id === host || one.attachment?.instanceId === host || isNodeOf(inventory, one, host))
    .map((one) => one.addresses.find(({ primary }) => primary)?.address ?? `[${one.ipv6Addresses[0]}]`);
}

function isNodeOf(inventory: Inventory, one: NetworkInterface, host: string): boolean {
  const loadBalancer = nodeAt(inventory, one)?.loadBalancer;
  return loadBalancer?.name === host || loadBalancer?.dnsName === host;
}
