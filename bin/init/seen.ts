import type { LoadBalancer, Vpc } from '../../lambda/model/inventory.ts';

/** A load balancer as AWS tells of it, without its attributes. */
export type SeenLoadBalancer = Omit<LoadBalancer, 'attributes'>;

/** What the configuration is made from: the chosen load balancers of one Region with their VPCs. */
export type Seen = {
  /** Whose they are: 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly loadBalancers: readonly SeenLoadBalancer[];
  readonly vpcs: readonly Vpc[];
  /** ARNs of all that the Region has; null where only those with the chosen names were asked for. */
  readonly there: readonly string[] | null;
  /** Names of those that cannot be watched. */
  readonly leftOut: readonly string[];
};
