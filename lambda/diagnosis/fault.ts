import type { Certainty, Component, Culprit, FaultKind, Fix, NamedFact } from '../model/diagnosis.ts';
import type { Purpose } from '../model/endpoint.ts';
import type { EndpointContext, EndpointFacts } from '../model/evidence.ts';
import type { Outcome } from '../model/probe-result.ts';
import type { FaultPageWords } from './fault-page-words.ts';
import type { StationFacts } from './station-facts.ts';

/** What a fault may ask for: the evidence's facts, and each station of the paths by its own name. */
export type FaultFacts = EndpointFacts & StationFacts;

/** The name of one fact. */
export type FactName = keyof FaultFacts;

/** Alternatives, each a set of facts that suffices for a proof. */
export type Needs = readonly (readonly FactName[])[];

/** A symptom that a fault explains; `configuration`: it shows in the configuration alone, whatever was seen. */
export type Explained = `${Purpose}:${Outcome}` | 'configuration';

/** What every proof says. `zones` is null where it shows from all. */
export type Proof = {
  readonly certainty: Certainty;
  readonly zones: readonly string[] | null;
  readonly culprit: Culprit;
  readonly facts: readonly NamedFact[];
};

/** A proof with its words. */
export type Proven = Proof & { readonly why: string; readonly fix: Fix };

/** What can be said of a fault without evidence. */
export type FaultData = {
  /** Also the name of its file, its page and its lab world. Never used again for something else. */
  readonly code: string;
  readonly title: string;
  readonly component: Component;
  readonly subject: 'endpoint';
  readonly kind: FaultKind;
  /** Coarser codes that give way to this one. */
  readonly refines: readonly string[];
  readonly explains: readonly Explained[];
  readonly needs: Needs;
  /** AWS documentation, and the Reachability Analyzer code and target health reason that it corresponds to. */
  readonly see: readonly string[];
  readonly page: FaultPageWords;
};

/** One class of cause, as the engine sees it. `prove` is called only when an alternative of `needs` is known in full. */
export type Fault = FaultData & {
  readonly prove: (facts: Partial<FaultFacts>, context: EndpointContext) => readonly Proven[];
};

/** What `match` may read: facts that every alternative lists are there, those that only some list may be. */
export type KnownFacts<N extends Needs> = {
  readonly [K in ListedByAll<N>]: FaultFacts[K];
} & { readonly [K in Exclude<N[number][number], ListedByAll<N>>]?: FaultFacts[K] };

type ListedByAll<N extends Needs> = {
  [K in N[number][number]]: [AlternativesWithout<N[number], K>] extends [never] ? K : never;
}[N[number][number]];

/** Distributes over the alternatives; `never` when each of them lists the fact. */
type AlternativesWithout<A, K> = A extends readonly FactName[] ? (K extends A[number] ? never : A) : never;

/**
 * A fault as it is written down. `match` returns one proof per culprit (a fault may have a denying line per zone), or
 * null when the fault is absent.
 */
export type FaultDefinition<N extends Needs, P extends Proof> = Omit<FaultData, 'needs'> & {
  readonly needs: N;
  readonly match: (facts: KnownFacts<N>, context: EndpointContext) => P | readonly P[] | null;
  readonly why: (proof: P, context: EndpointContext) => string;
  readonly fix: (proof: P, context: EndpointContext) => Fix;
};

/** Makes a fault of its definition. Reading a fact in `match` that no alternative of `needs` lists does not compile. */
export function defineFault<const N extends Needs, P extends Proof>(definition: FaultDefinition<N, P>): Fault {
  const { match, why, fix, ...data } = definition;
  return {
    ...data,
    prove: (facts, context) =>
      // The engine hands over the facts of at least one alternative, which is what KnownFacts says.
      listOf(match(facts as KnownFacts<N>, context)).map((proof) => ({
        certainty: proof.certainty,
        zones: proof.zones,
        culprit: proof.culprit,
        facts: proof.facts,
        why: why(proof, context),
        fix: fix(proof, context),
      })),
  };
}

function listOf<P extends Proof>(found: P | readonly P[] | null): readonly P[] {
  if (found === null) return [];
  return isList(found) ? found : [found];
}

function isList<P extends Proof>(found: P | readonly P[]): found is readonly P[] {
  return Array.isArray(found);
}
