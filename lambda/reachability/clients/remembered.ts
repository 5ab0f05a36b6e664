import type { Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import { oncePer } from '../once-per.ts';

const hopsIn = oncePer((_inventory: Inventory) => new Map<string, Hop | null>());

/** Judges once for each key within an inventory: zones share groups, load balancers share subnets. */
export function remembered(
  inventory: Inventory,
  key: readonly (string | number | null)[],
  judge: () => Hop | null,
): Hop | null {
  const hops = hopsIn(inventory);
  const name = key.join('|');
  const kept = hops.get(name);
  if (kept !== undefined) return kept;
  const hop = judge();
  hops.set(name, hop);
  return hop;
}
