import type { Inventory, LoadBalancer, NetworkInterface } from '../../model/inventory.ts';
import { oncePer } from '../once-per.ts';
import { readSpan, type Span } from '../read-span.ts';
import { singleCidr } from '../single-cidr.ts';
import { rangesOfSubnet } from './ranges-of-subnet.ts';

/**
 * Where a load balancer's nodes stand and nobody else: the ranges of those of its subnets that it has for itself, and its
 * nodes' own addresses in those where others stand too, who may be its clients. None where interfaces were not read.
 */
export function rangesOfNodes(inventory: Inventory, { arn, zones }: LoadBalancer): readonly Span[] {
  const { networkInterfaces } = inventory;
  if (!networkInterfaces.known) return [];
  const standing = bySubnet(networkInterfaces.value);
  const description = `ELB ${arn.split(':loadbalancer/')[1]}`;
  return zones.flatMap(({ subnetId }) => {
    const all = standing.get(subnetId) ?? [];
    const nodes = all.filter((one) => one.description === description);
    return nodes.length === all.length ? rangesOfSubnet(inventory, subnetId) : nodes.flatMap(addressesOf);
  });
}

const bySubnet = oncePer((interfaces: readonly NetworkInterface[]) =>
  Map.groupBy(interfaces, ({ subnetId }) => subnetId),
);

function addressesOf({ addresses, ipv6Addresses }: NetworkInterface): readonly Span[] {
  const own = [...addresses.map(({ address }) => address), ...ipv6Addresses];
  return own.map((address) => readSpan(singleCidr(address))).filter((span) => span !== null);
}
