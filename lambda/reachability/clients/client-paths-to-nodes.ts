import type { ClientPath, Declared } from '../../model/evidence.ts';
import { type Fact, known } from '../../model/fact.ts';
import type { Inventory, LoadBalancer } from '../../model/inventory.ts';

/** The way of clients to each node of a load balancer, on each port that it listens on. */
export function clientPathsToNodes(
  _inventory: Inventory,
  _loadBalancer: LoadBalancer,
  _declared: Declared | null,
): Fact<readonly ClientPath[]> {
  return known([]);
}
