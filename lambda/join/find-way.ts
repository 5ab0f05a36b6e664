import { endpointsOf } from '../endpoints/endpoints-of.ts';
import { vantagePointsOf } from '../endpoints/vantage-points-of.ts';
import { CannotCheck } from '../inventory/cannot-check.ts';
import { nearest } from '../inventory/nearest.ts';
import type { Inventory } from '../model/inventory.ts';
import type { WayJudgement } from '../model/way.ts';
import { judgeWay } from '../reachability/way/judge-way.ts';
import type { Destination } from '../reachability/way/parse-destination.ts';
import { sourcesOf } from '../reachability/way/sources-of.ts';
import { whyNoAddress } from '../reachability/way/why-no-address.ts';

/** A way as asked for: SRC as text, the destination's parts, and one source port or null for any. */
export type Asked = { readonly from: string; readonly to: Destination; readonly sourcePort: number | null };

/** Judges a way on an inventory alone. Throws `CannotCheck` for a source or destination that means nothing in it. */
export function findWay(inventory: Inventory, { from, to, sourcePort }: Asked): WayJudgement {
  const noAddress = whyNoAddress(inventory, to.host, to.port);
  if (noAddress !== null) throw new CannotCheck(noAddress);
  const places = inventory.loadBalancers.flatMap((one) => vantagePointsOf(inventory, one));
  const found = sourcesOf(inventory, from, places);
  if ('problem' in found) throw new CannotCheck(withNearest(found.problem, from, found.known));
  const ground = { inventory, endpoints: endpointsOf(inventory), places };
  const judged = judgeWay(ground, { from, sources: found.sources, to, sourcePort });
  if ('problem' in judged) throw new CannotCheck(judged.problem);
  return judged;
}

function withNearest(problem: string, wrong: string, known: readonly string[]): string {
  if (known.length === 0) return problem;
  return `${problem} Nearest are ${nearest(wrong, known).slice(0, 3).join(', ')}.`;
}
