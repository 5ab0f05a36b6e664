import type { Evidence } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import { ailingPlaces } from './ailing-places.ts';
import { clientStationFacts } from './client-station-facts.ts';
import type { FactName } from './fault.ts';
import { stationFacts } from './station-facts.ts';

/** Gives a fact that a fault may ask for, known or unknown; undefined where its kind of subject has none of that name. */
export type LookedFor = (name: FactName) => Fact<unknown> | undefined;

type Facts = Readonly<Record<string, Fact<unknown>>>;

/** The facts of the evidence by name; paths also cut into their stations, once a fault asks for one. */
export function lookedFor(evidence: Evidence): LookedFor {
  const read: Facts = evidence.facts;
  if (evidence.subject === 'target-group') return (name) => read[name];
  const clients = onceAsked(() => clientStationFacts(evidence.facts.clientPaths));
  if (evidence.subject === 'load-balancer') return (name) => read[name] ?? clients()[name];
  const stations = onceAsked(() => stationFacts(evidence.facts.paths, ailingPlaces(evidence)));
  return (name) => read[name] ?? clients()[name] ?? stations()[name];
}

function onceAsked(cut: () => Facts): () => Facts {
  let facts: Facts | undefined;
  return () => {
    facts ??= cut();
    return facts;
  };
}
