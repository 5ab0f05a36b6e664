import type { Certainty } from '../model/diagnosis.ts';
import type { VantagePoint } from '../model/endpoint.ts';
import type { EndpointContext, LoadBalancerWord } from '../model/evidence.ts';
import type { Flow, Hop } from '../model/flow.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { conclusiveResults } from './conclusive-results.ts';
import type { Proof } from './fault.ts';
import { saysItConnects } from './says-it-connects.ts';
import type { StationHop } from './station-facts.ts';
import { testimony } from './testimony.ts';
import { zonesOf } from './zones-of.ts';

/** A line (or the lack of one) that swallows connections, with the places whose connections it swallows. */
export type Blockage = Proof & {
  readonly hop: Hop;
  /** One per place. */
  readonly flows: readonly Flow[];
  readonly places: readonly VantagePoint[];
  /** What the witnesses say, for `why`. */
  readonly sentence: string;
};

/** The witnesses beside configuration, as far as they are known. */
export type Beside = {
  readonly probes?: readonly ProbeResult[];
  readonly loadBalancerWord?: LoadBalancerWord;
};

/**
 * The verdict on a denying station, for every fault of the way: one blockage per denying line. Only places that met
 * silence count; an answer of any kind cannot come through a line that denies. Nobody is blamed where the load balancer
 * itself gets through for certain: then the prober's own way, or our reading of the rules, differs.
 */
export function pathFault(hops: readonly StationHop[], beside: Beside, context: EndpointContext): readonly Blockage[] {
  const results = conclusiveResults(beside.probes ?? [], context);
  const certainty = certaintyOf(results.length > 0, beside.loadBalancerWord);
  if (certainty === null) return [];
  const silent = results.filter(({ outcome }) => outcome === 'timed-out');
  const denied = hops.filter(({ hop, vantagePoint }) => hop.decision === 'deny' && isSilent(vantagePoint));
  const lines = Map.groupBy(denied, ({ hop }) => JSON.stringify([hop.resource, hop.line]));
  return [...lines.values()].map((same) => blockageOf(same));

  function isSilent({ id }: VantagePoint): boolean {
    return results.length === 0 || silent.some(({ vantagePoint }) => vantagePoint === id);
  }
}
