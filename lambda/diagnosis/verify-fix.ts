import type { EndpointEvidence } from '../model/evidence.ts';
import type { Hop } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';
import { applyChange } from '../reachability/apply-change.ts';
import { judgePath } from '../reachability/path.ts';

/**
 * Judges a subject's paths again with changes applied. `zones` are those where the finding shows, null for all.
 * `remaining` are the hops that still do not allow.
 */
export type Verify = (
  changes: readonly InventoryChange[],
  zones: readonly string[] | null,
) => { readonly passes: boolean; readonly remaining: readonly Hop[] };

/** Inventories with changes applied, by the changes: many targets behind one rule have the same fix. */
const changedInventories = new WeakMap<Inventory, Map<string, Inventory>>();

/** The judge of fixes for one endpoint. */
export function verifyFix(inventory: Inventory, { facts: { paths } }: EndpointEvidence): Verify {
  return (changes, zones) => {
    const changed = withChanges(inventory, changes);
    const concerned = (paths.known ? paths.value : []).filter(
      ({ vantagePoint: { zone } }) => zones === null || (zone !== null && zones.includes(zone)),
    );
    const judged = concerned.map(({ path }) => judgePath(changed, path.flow));
    const remaining = judged
      .flatMap((path) => [...path.forward, ...path.return])
      .filter(({ decision }) => decision !== 'allow');
    return { passes: judged.length > 0 && remaining.length === 0, remaining };
  };
}

function withChanges(inventory: Inventory, changes: readonly InventoryChange[]): Inventory {
  const known = changedInventories.get(inventory) ?? new Map<string, Inventory>();
  changedInventories.set(inventory, known);
  const key = JSON.stringify(changes);
  const changed = known.get(key) ?? changes.reduce(applyChange, inventory);
  known.set(key, changed);
  return changed;
}
