import { type Address, contains, parseAddress, parseCidr } from '../../model/address.ts';
import type { Inventory, NetworkInterface } from '../../model/inventory.ts';
import { EPHEMERAL } from '../ephemeral.ts';
import { interfaceSource } from './interface-source.ts';
import type { Sources } from './way-source.ts';

/**
 * A way that starts at an address: at the interface that holds it (privately or publicly), or at a client outside every
 * VPC. An address within a VPC that no interface holds is nobody's, and a problem, as is one that several hold.
 */
export function addressSource(inventory: Inventory, text: string): Sources {
  const address = parseAddress(text);
  if (address === null) return { problem: whyNoAddress(text), known: [] };
  const { networkInterfaces, instances } = inventory;
  const holders = networkInterfaces.known ? networkInterfaces.value.filter((one) => holds(one, address)) : [];
  if (holders.length > 1) {
    const ids = holders.map(({ id, vpcId }) => `${id} (${vpcId})`).join(', ');
    return { problem: `${text} is held by several network interfaces; name the one that is meant: ${ids}.`, known: [] };
  }
  const [holder] = holders;
  if (holder !== undefined) return { sources: [interfaceSource(holder, instances, privately(holder, address, text))] };
  const vpc = networkInterfaces.known ? vpcAround(inventory, text) : undefined;
  if (vpc !== undefined) {
    return { problem: `${text} lies in ${vpc}, but no network interface of the inventory holds it.`, known: [] };
  }
  return { sources: [elsewhere(text)] };
}

function whyNoAddress(text: string): string {
  if (text.includes('/') && parseCidr(text) !== null)
    return `"${text}" is a range of addresses. One of them is wanted.`;
  const head = /^\[?(.*?)\]?:\d+$/.exec(text)?.[1];
  if (head !== undefined && parseAddress(head) !== null) {
    return `"${text}" has a port, which a source does not take here: --source-port is for that.`;
  }
  return `"${text}" is no IPv4 or IPv6 address.`;
}

function holds(one: NetworkInterface, address: Address): boolean {
  return (
    one.addresses.some((each) => isSame(each.address, address) || isSame(each.publicAddress, address)) ||
    one.ipv6Addresses.some((each) => isSame(each, address))
  );
}

function isSame(text: string | null, { family, value }: Address): boolean {
  const other = text === null ? null : parseAddress(text);
  return other !== null && other.family === family && other.value === value;
}

/** Packets leave an interface with its private address; the public one is put on at the internet gateway. */
function privately(one: NetworkInterface, address: Address, text: string): string {
  return one.addresses.find((each) => isSame(each.publicAddress, address))?.address ?? text;
}

function vpcAround({ vpcs, subnets }: Inventory, text: string): string | undefined {
  const single = parseCidr(text);
  const within = (ranges: readonly string[]) =>
    ranges.find((range) => {
      const outer = parseCidr(range);
      return outer !== null && single !== null && contains(outer, single);
    });
  const ranges = [
    ...(vpcs.known ? vpcs.value.map((one) => ({ id: one.id, ranges: [...one.cidrs, ...one.ipv6Cidrs] })) : []),
    ...(subnets.known ? subnets.value.map((one) => ({ id: one.id, ranges: [one.cidr, ...one.ipv6Cidrs] })) : []),
  ];
  const around = ranges.find((one) => within(one.ranges) !== undefined);
  return around === undefined ? undefined : `${around.id} (${within(around.ranges)})`;
}

function elsewhere(text: string) {
  const place = {
    id: text,
    identity: 'client' as const,
    loadBalancer: null,
    subnetId: null,
    zone: null,
    securityGroups: [],
    addresses: [text],
  };
  return { name: text, place, sourcePorts: EPHEMERAL, assumptions: [] };
}
