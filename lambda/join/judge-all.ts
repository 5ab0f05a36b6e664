import { evidenceOf } from '../diagnosis/evidence-of.ts';
import { endpointsOf } from '../endpoints/endpoints-of.ts';
import { vantagePointsOf } from '../endpoints/vantage-points-of.ts';
import type { VantagePoint } from '../model/endpoint.ts';
import type { EndpointEvidence } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import type { Report } from '../model/report.ts';
import { standLocal } from './stand-local.ts';

/** What was seen: results of dialling, or null where nothing was dialled; `local` is this machine, where it dialled. */
export type Seen = {
  readonly results: readonly ProbeResult[] | null;
  readonly local: VantagePoint | null;
  readonly previous: Report | null;
  /** ISO 8601. */
  readonly at: string;
};

/** The evidence on every endpoint of an inventory. */
export function judgeAll(inventory: Inventory, { results, local, previous, at }: Seen): readonly EndpointEvidence[] {
  const own = inventory.loadBalancers.flatMap((one) => vantagePointsOf(inventory, one));
  const places = [...own, ...(local === null ? [] : [standLocal(local, inventory)])];
  return endpointsOf(inventory).flatMap(
    (endpoint) => evidenceOf({ inventory, endpoint, vantagePoints: places, results, previous, at }) ?? [],
  );
}
