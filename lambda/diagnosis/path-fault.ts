import type { Certainty } from '../model/diagnosis.ts';
import type { EndpointContext, LoadBalancerWord } from '../model/evidence.ts';
import type { Flow, Hop } from '../model/flow.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { certaintyOfSome } from './certainty-of-some.ts';
import { conclusiveResults } from './conclusive-results.ts';
import type { Proof } from './fault.ts';
import { hangsSome } from './hangs-some.ts';
import { saysItConnects } from './says-it-connects.ts';
import type { StationHop } from './station-facts.ts';
import { testimony } from './testimony.ts';
import { zonesOf } from './zones-of.ts';

/**
 * A line (or the lack of one) that swallows connections: its hop and flow at the first place, and the
 * hops of every place whose connections it swallows.
 */
export type Blockage = Proof & {
  readonly hop: Hop;
  readonly flow: Flow;
  readonly hops: readonly StationHop[];
  /** What the witnesses say, for `why`. */
  readonly sentence: string;
};

/** The witnesses beside configuration, as far as they are known. */
export type Beside = {
  readonly probes?: readonly ProbeResult[];
  readonly loadBalancerWord?: LoadBalancerWord;
};

/**
 * The verdict on a denying station, the same for every fault of the way: one blockage per denying line. Only places
 * that met silence count; no answer of any kind comes through a line that denies. Nobody is blamed where the load
 * balancer itself is known to get through: then the prober's own way, or our reading of the rules, differs. A line that
 * swallows some connections is never certain to have swallowed these.
 */
export function pathFault(hops: readonly StationHop[], beside: Beside, context: EndpointContext): readonly Blockage[] {
  const results = conclusiveResults(beside.probes ?? [], context);
  const silent = results.filter(({ outcome }) => outcome === 'timed-out');
  const certainty = certaintyOf(results.length > 0, beside.loadBalancerWord);
  if (certainty === null) return [];
  const denied = hops.filter(
    ({ hop, vantagePoint: { id } }) =>
      hop.decision === 'deny' && (results.length === 0 || silent.some(({ vantagePoint }) => vantagePoint === id)),
  );
  const lines = Map.groupBy(denied, ({ hop }) => JSON.stringify([hop.resource, hop.line]));
  return [...lines.values()].flatMap((same) => same.slice(0, 1).map((first) => blockageOf(first, same, certainty)));

  function blockageOf({ hop, flow }: StationHop, same: readonly StationHop[], certainty: Certainty): Blockage {
    const places = same.map(({ vantagePoint }) => vantagePoint.id);
    const heard = { results: silent.filter((one) => places.includes(one.vantagePoint)), word: beside.loadBalancerWord };
    const { sentence, facts } = testimony(heard, context);
    return {
      ...(hangsSome(hop) ? { certainty: certaintyOfSome(hop), partial: true } : { certainty }),
      ...{ hop, flow, hops: same, sentence },
      zones: zonesOf(places, context),
      culprit: { resource: hop.resource, ...(hop.line === undefined ? {} : { line: hop.line }) },
      facts: [{ name: 'configuration', value: hop.why }, ...facts],
    };
  }
}

/** Null: nobody is to be blamed. Certain takes all three witnesses, of which the load balancer's may still lag. */
function certaintyOf(dialled: boolean, word: LoadBalancerWord | undefined): Certainty | null {
  if (word === undefined) return 'likely';
  if (saysItConnects(word) && (word.settled || !dialled)) return null;
  return dialled ? 'certain' : 'likely';
}
