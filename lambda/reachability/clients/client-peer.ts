import type { Cidr } from '../../model/address.ts';
import { unknown } from '../../model/fact.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { Located } from '../locate.ts';
import type { ClientRange } from './client-range.ts';
import { standingAt } from './standing-at.ts';

/**
 * One of the clients, named as all of them are, as a station that judges sees it. `groups` are those that it wears; null:
 * none of ours.
 */
export function clientPeer(
  { subnets }: Inventory,
  { name }: Pick<ClientRange, 'name'>,
  piece: Cidr,
  groups: readonly string[] | null = null,
): Located {
  return standingAt({
    ...{ cidr: name, range: piece, subnetId: null, securityGroups: groups, outside: subnets.known },
    vpc: unknown('not-asked', `where ${name} stands is not asked`),
  });
}
