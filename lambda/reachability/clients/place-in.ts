import { known } from '../../model/fact.ts';
import type { Inventory, LoadBalancer } from '../../model/inventory.ts';
import type { Located } from '../locate.ts';
import type { Span } from '../read-span.ts';
import { rangesOfSubnet } from './ranges-of-subnet.ts';
import { standingAt } from './standing-at.ts';

/** A load balancer's place in a subnet. `anywhere` stands for its range where the subnet was not read. */
export function placeIn(
  inventory: Inventory,
  { vpcId, securityGroups }: Pick<LoadBalancer, 'vpcId' | 'securityGroups'>,
  subnetId: string,
  anywhere: Span,
): Located {
  const own = rangesOfSubnet(inventory, subnetId).find(({ family }) => family === anywhere.family);
  return standingAt({
    ...{ cidr: subnetId, range: own ?? anywhere, subnetId, securityGroups },
    ...{ vpc: known(vpcId), outside: false },
  });
}
