import type { Evidence } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import { ailingPlaces } from './ailing-places.ts';
import { clientStationFacts } from './client-station-facts.ts';
import { stationFacts } from './station-facts.ts';

/** Every fact that a fault of one kind of subject may ask for, known or unknown. */
export type LookedFor = Readonly<Record<string, Fact<unknown>>>;

/** The facts of the evidence by name; paths also cut into their stations. */
export function lookedFor(evidence: Evidence): LookedFor {
  if (evidence.subject === 'target-group') return evidence.facts;
  const facts = { ...evidence.facts, ...clientStationFacts(evidence.facts.clientPaths) };
  if (evidence.subject === 'load-balancer') return facts;
  return { ...facts, ...stationFacts(evidence.facts.paths, ailingPlaces(evidence)) };
}
