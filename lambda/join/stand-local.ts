import type { VantagePoint } from '../model/endpoint.ts';
import { holderOf } from '../model/holder-of.ts';
import type { Inventory } from '../model/inventory.ts';

/**
 * Finds the place of a machine by its addresses: where an interface of the inventory holds one of them, the machine
 * stands in that interface's subnet and wears its groups. Otherwise its place stays unknown, and its silence proves nothing.
 */
export function standLocal(local: VantagePoint, { networkInterfaces }: Inventory): VantagePoint {
  const held = networkInterfaces.known ? holderOf(networkInterfaces.value, local.addresses) : undefined;
  if (held === undefined) return local;
  return { ...local, subnetId: held.subnetId, zone: held.zone, securityGroups: held.groups };
}
