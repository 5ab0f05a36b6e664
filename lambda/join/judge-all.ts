import { evidenceOf } from '../diagnosis/evidence-of.ts';
import { loadBalancerEvidence } from '../diagnosis/load-balancer-evidence.ts';
import { targetGroupEvidence } from '../diagnosis/target-group-evidence.ts';
import { endpointsOf } from '../endpoints/endpoints-of.ts';
import { placesOf } from '../endpoints/places-of.ts';
import type { VantagePoint } from '../model/endpoint.ts';
import type { Declarations, Evidence } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { standLocal } from './stand-local.ts';

/** What was seen: results of dialling, or null where nothing was dialled; `local` is this machine, where it dialled. */
export type Seen = {
  readonly results: readonly ProbeResult[] | null;
  readonly local: VantagePoint | null;
  readonly memory: Memory | null;
  readonly declarations: Declarations;
  /** ISO 8601. */
  readonly at: string;
};

/** The evidence on every load balancer, target group and endpoint of an inventory. */
export function judgeAll(
  inventory: Inventory,
  { results, local, memory, declarations, at }: Seen,
): readonly Evidence[] {
  const { loadBalancers, targetGroups } = inventory;
  const places = [...placesOf(inventory), ...(local === null ? [] : [standLocal(local, inventory)])];
  return [
    ...loadBalancers.map((one) => loadBalancerEvidence(inventory, one, { declarations, at })),
    ...(targetGroups.known ? targetGroups.value : []).map((one) => targetGroupEvidence(inventory, one, at)),
    ...endpointsOf(inventory).flatMap(
      (endpoint) => evidenceOf({ inventory, endpoint, vantagePoints: places, results, memory, declarations, at }) ?? [],
    ),
  ];
}
