import type { Endpoint } from '../../model/endpoint.ts';
import type { ClientPath, Declared } from '../../model/evidence.ts';
import { type Fact, known } from '../../model/fact.ts';
import type { Inventory, LoadBalancer, TargetGroup } from '../../model/inventory.ts';

/** What is dialled, and whose clients come to it with their own addresses. */
export type Preserved = {
  readonly endpoint: Endpoint;
  readonly loadBalancer: LoadBalancer;
  readonly targetGroup: TargetGroup;
  readonly declared: Declared | null;
};

/** The way of clients whose address is preserved to a target; empty where it sees the load balancer's own address. */
export function clientPathsToTarget(_inventory: Inventory, _preserved: Preserved): Fact<readonly ClientPath[]> {
  return known([]);
}
