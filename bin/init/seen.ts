import type { LoadBalancer, Vpc } from '../../lambda/model/inventory.ts';

/** A load balancer as AWS tells of it, without its attributes. */
export type SeenLoadBalancer = Omit<LoadBalancer, 'attributes'>;

/** What the configuration is made from: load balancers of one Region with their VPCs, and names of those that cannot be watched. */
export type Seen = {
  readonly region: string;
  readonly loadBalancers: readonly SeenLoadBalancer[];
  readonly vpcs: readonly Vpc[];
  readonly leftOut: readonly string[];
};
