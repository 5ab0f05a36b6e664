import type { Hop } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { addressName } from './address-name.ts';
import type { Located } from './locate.ts';
import { oncePer } from './once-per.ts';
import type { End } from './step.ts';

const vpcsOf = oncePer(
  (all: readonly { readonly vpcId: string }[]): ReadonlySet<string> => new Set(all.map(({ vpcId }) => vpcId)),
);

/**
 * Whether what was sent comes to where the station that is meant stands. `null`: it does, or nothing can be said against
 * it. A VPC whose subnets are not in the inventory is somebody else's; of one whose subnets are, an address that none of
 * them holds does not exist.
 */
export function arrive(inventory: Inventory, end: End, to: Located): Hop | null {
  if (end.kind !== 'vpc' || !end.vpc.known) return null;
  const vpcId = end.vpc.value;
  const name = addressName(to.cidr);
  if (to.vpc.known) {
    if (to.vpc.value === vpcId) return null;
    const why = `the way leads ${name} to ${vpcId}, but it is meant for ${to.vpc.value}`;
    return { kind: 'destination', resource: vpcId, decision: 'deny', why };
  }
  if (!to.outside) return null;
  if (inventory.subnets.known && vpcsOf(inventory.subnets.value).has(vpcId)) {
    return { kind: 'destination', resource: vpcId, decision: 'deny', why: `no subnet of ${vpcId} holds ${name}` };
  }
  const why = `${vpcId}, where ${name} is, is not in the inventory: what it meets there is not known`;
  return { kind: 'destination', resource: vpcId, decision: 'unknown', why };
}
