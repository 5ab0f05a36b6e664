import type { VantagePoint } from '../../model/endpoint.ts';
import type { Inventory, LoadBalancer, NetworkInterface } from '../../model/inventory.ts';

/** A load balancer's node: `loadBalancer` is null where the inventory does not hold it, and `name` is what AWS calls it. */
export type NodeAt = {
  readonly name: string;
  readonly loadBalancer: LoadBalancer | null;
  readonly place: VantagePoint;
};

/**
 * The load balancer whose node this interface is, by AWS's description of it (`ELB app/NAME/ID`, `ELB net/NAME/ID`); null
 * where it is none. Its place is that of the load balancer in the node's subnet, at the node's own addresses.
 */
export function nodeAt({ loadBalancers }: Inventory, one: NetworkInterface): NodeAt | null {
  const described = /^ELB (.+)$/.exec(one.description)?.[1];
  if (described === undefined) return null;
  const loadBalancer = loadBalancers.find(({ arn }) => arn.endsWith(`:loadbalancer/${described}`)) ?? null;
  const name = loadBalancer?.name ?? described;
  const place: VantagePoint = {
    id: `${name}@${one.zone}`,
    identity: 'load-balancer',
    loadBalancer: loadBalancer?.arn ?? null,
    subnetId: one.subnetId,
    zone: one.zone,
    securityGroups: loadBalancer?.securityGroups ?? one.groups,
    addresses: [...one.addresses.map(({ address }) => address), ...one.ipv6Addresses],
  };
  return { name, loadBalancer, place };
}
