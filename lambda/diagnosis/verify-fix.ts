import type { Declarations, Evidence } from '../model/evidence.ts';
import type { Hop } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';
import { applyChange } from '../reachability/apply-change.ts';
import { clientPathsToNodes } from '../reachability/clients/client-paths-to-nodes.ts';
import { clientPathsToTarget } from '../reachability/clients/client-paths-to-target.ts';
import { declaredFor } from './declared-for.ts';
import { judgeEndpointPath } from './judge-endpoint-path.ts';

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

/** The judge of fixes for one subject: the load balancer's way to it, and where it has one, the clients' way. */
export function verifyFix(inventory: Inventory, evidence: Evidence, declarations: Declarations = {}): Verify {
  return (changes, zones) => {
    const changed = withChanges(inventory, changes);
    const hops = [...pathHops(changed, evidence, zones), ...clientHops(changed, evidence, { declarations, zones })];
    const remaining = hops.filter(({ decision }) => decision !== 'allow');
    return { passes: hops.length > 0 && remaining.length === 0, remaining };
  };
}

type Zones = readonly string[] | null;

function pathHops(changed: Inventory, evidence: Evidence, zones: Zones): readonly Hop[] {
  if (evidence.subject !== 'endpoint') return [];
  const { paths } = evidence.facts;
  return (paths.known ? paths.value : [])
    .filter(({ vantagePoint: { zone } }) => isIn(zones, zone))
    .map(({ path }) => judgeEndpointPath(changed, path.flow))
    .flatMap((path) => [...path.forward, ...path.return]);
}

function clientHops(
  changed: Inventory,
  evidence: Evidence,
  { declarations, zones }: { readonly declarations: Declarations; readonly zones: Zones },
): readonly Hop[] {
  const paths = clientPaths(changed, evidence, declarations);
  return (paths?.known ? paths.value : []).filter(({ zone }) => isIn(zones, zone)).flatMap(({ hops }) => hops);
}

function clientPaths(changed: Inventory, evidence: Evidence, declarations: Declarations) {
  if (evidence.subject === 'target-group') return null;
  if (evidence.subject === 'load-balancer') {
    return clientPathsToNodes(changed, evidence.loadBalancer, declaredFor(evidence.loadBalancer, declarations));
  }
  const { endpoint, loadBalancer, targetGroup } = evidence;
  if (loadBalancer === null || targetGroup === null) return null;
  const declared = declaredFor(loadBalancer, declarations);
  return clientPathsToTarget(changed, { endpoint, loadBalancer, targetGroup, declared });
}

function isIn(zones: Zones, zone: string | null): boolean {
  return zones === null || (zone !== null && zones.includes(zone));
}

function withChanges(inventory: Inventory, changes: readonly InventoryChange[]): Inventory {
  const known = changedInventories.get(inventory) ?? new Map<string, Inventory>();
  changedInventories.set(inventory, known);
  const key = JSON.stringify(changes);
  const changed = known.get(key) ?? changes.reduce(applyChange, inventory);
  known.set(key, changed);
  return changed;
}
