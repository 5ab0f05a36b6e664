import type { LoadBalancer, Vpc } from '../model/inventory.ts';

/** Whose surroundings are read. */
export type Surroundings = {
  readonly vpcIds: readonly string[];
  /** These VPCs, where they were read already. */
  readonly vpcs: readonly Vpc[] | null;
  /**
   * Whether the VPCs are read whole, so that any flow can be judged; otherwise only what the ways between the load balancers
   * and their targets need.
   */
  readonly whole: boolean;
  /** Who dials: load balancers, and those that call a watched host, which have no ARN. */
  readonly callers: readonly (Pick<LoadBalancer, 'scheme' | 'securityGroups' | 'zones'> & {
    readonly arn: string | null;
  })[];
  /** What is registered or watched: ids of instances and interfaces, addresses and ARNs alike. */
  readonly targetIds: readonly string[];
};
