import type { VantagePoint } from '../model/endpoint.ts';
import type { Inventory, LoadBalancer, NetworkInterface } from '../model/inventory.ts';

/**
 * The load balancer's own places, one for each of its zones. A node's addresses are those of the interfaces that AWS
 * describes as `ELB app/NAME/ID` or `ELB net/NAME/ID`; where they could not be read, `addresses` is empty.
 */
export function vantagePointsOf(inventory: Inventory, loadBalancer: LoadBalancer): VantagePoint[] {
  const nodes = nodesOf(inventory, loadBalancer);
  return loadBalancer.zones.map(({ zone, subnetId }) => ({
    id: `${loadBalancer.name}@${zone}`,
    identity: 'load-balancer',
    loadBalancer: loadBalancer.arn,
    subnetId,
    zone,
    securityGroups: loadBalancer.securityGroups,
    addresses: nodes.filter((node) => node.subnetId === subnetId).flatMap(addressesOf),
  }));
}

function nodesOf({ networkInterfaces }: Inventory, { arn }: LoadBalancer): readonly NetworkInterface[] {
  if (!networkInterfaces.known) return [];
  const description = `ELB ${arn.split(':loadbalancer/')[1]}`;
  return networkInterfaces.value.filter((one) => one.description === description);
}

function addressesOf({ addresses, ipv6Addresses }: NetworkInterface): readonly string[] {
  return [...addresses.map(({ address }) => address), ...ipv6Addresses];
}
