import type { Certainty, Component, Culprit, FaultKind, Fix, NamedFact } from '../model/diagnosis.ts';
import type { Purpose } from '../model/endpoint.ts';
import type {
  BehindContext,
  EndpointContext,
  EndpointFacts,
  LoadBalancerContext,
  LoadBalancerFacts,
  TargetGroupContext,
  TargetGroupFacts,
} from '../model/evidence.ts';
import type { Outcome } from '../model/probe-result.ts';
import type { ClientStationFacts } from './client-station-facts.ts';
import type { FaultPageWords } from './fault-page-words.ts';
import type { StationFacts } from './station-facts.ts';

/** By subject: what a fault may ask for. Paths are also there by their stations. */
export type FactsOf = {
  readonly endpoint: EndpointFacts & StationFacts & ClientStationFacts;
  readonly 'load-balancer': LoadBalancerFacts & ClientStationFacts;
  readonly 'target-group': TargetGroupFacts;
};

/** By subject: what is always known. */
export type ContextOf = {
  readonly endpoint: EndpointContext;
  readonly 'load-balancer': LoadBalancerContext;
  readonly 'target-group': TargetGroupContext;
};

/** What the catalogue's faults are about. */
export type Subject = keyof FactsOf;

/** The facts of an endpoint, of which most faults are. */
export type FaultFacts = FactsOf['endpoint'];

/** The name of one fact. */
export type FactName<S extends Subject = Subject> = { [K in S]: keyof FactsOf[K] }[S] & string;

/** Alternatives, each a set of facts that suffices for a proof. */
export type Needs<S extends Subject = Subject> = readonly (readonly FactName<S>[])[];

/**
 * A symptom that a fault explains; `configuration`: it shows in the configuration alone, whatever was seen; `unhealthy`:
 * the load balancer's word on a whole target group.
 */
export type Explained = `${Purpose}:${Outcome}` | 'configuration' | 'unhealthy';

/** What every proof says. `zones` is null where it shows from all. */
export type Proof = {
  readonly certainty: Certainty;
  readonly zones: readonly string[] | null;
  readonly culprit: Culprit;
  readonly facts: readonly NamedFact[];
  /** That it explains only some of what was seen, by chance; then it comes behind what explains all. */
  readonly partial?: boolean;
};

/** A proof with its words. */
export type Proven = Proof & { readonly why: string; readonly fix: Fix };

/** What can be said of a fault without evidence. */
export type FaultData = {
  /** Also the name of its file, its page and its lab world. Never used again for something else. */
  readonly code: string;
  readonly title: string;
  readonly component: Component;
  readonly subject: Subject;
  readonly kind: FaultKind;
  /** Coarser codes that give way to this one. */
  readonly refines: readonly string[];
  /** That they give way only where they blame what this one blames: another culprit of theirs stands beside it. */
  readonly byCulprit?: true;
  readonly explains: readonly Explained[];
  readonly needs: Needs;
  /** AWS documentation, and the Reachability Analyzer code and target health reason that it corresponds to. */
  readonly see: readonly string[];
  readonly page: FaultPageWords;
  /** Of an endpoint: whether it can only be of one that stands behind a load balancer, so that watched paths never have it. */
  readonly behind?: boolean;
};

/**
 * One class of cause, as the engine sees it. `prove` is called only with evidence on the fault's own subject, and only
 * when an alternative of `needs` is known in full.
 */
export type Fault = FaultData & {
  /**
   * What suffices here, of the facts that `needs` lists, for a fault that a symptom proves by other facts than the
   * configuration alone does; absent: `needs`. Without it the proof of one would hide that the other could not be looked at.
   */
  readonly needsIn?: ((context: ContextOf[Subject]) => Needs) | undefined;
  readonly prove: (facts: Readonly<Record<string, unknown>>, context: ContextOf[Subject]) => readonly Proven[];
};

/** What `match` may read: facts that every alternative lists are there, those that only some list may be. */
export type KnownFacts<S extends Subject, N extends Needs<S>> = {
  readonly [K in ListedByAll<N> & keyof FactsOf[S]]: FactsOf[S][K];
} & { readonly [K in Exclude<N[number][number], ListedByAll<N>> & keyof FactsOf[S]]?: FactsOf[S][K] };

type ListedByAll<N extends readonly (readonly string[])[]> = {
  [K in N[number][number]]: [AlternativesWithout<N[number], K>] extends [never] ? K : never;
}[N[number][number]];

/** Distributes over the alternatives; `never` when each of them lists the fact. */
type AlternativesWithout<A, K> = A extends readonly string[] ? (K extends A[number] ? never : A) : never;

/**
 * A fault as it is written down. `match` returns one proof per culprit (a fault may have a denying line per zone), or
 * null when the fault is absent.
 */
export type FaultDefinition<S extends Subject, N extends Needs<S>, P extends Proof, B extends boolean = false> = Omit<
  FaultData,
  'needs' | 'subject' | 'behind'
> & {
  readonly subject: S;
  readonly needs: N;
  readonly behind?: B;
  /** As `Fault.needsIn`. */
  readonly needsIn?: (context: ContextFor<S, B>) => Needs<S>;
  readonly match: (facts: KnownFacts<S, N>, context: ContextFor<S, B>) => P | readonly P[] | null;
  readonly why: (proof: P, context: ContextFor<S, B>) => string;
  readonly fix: (proof: P, context: ContextFor<S, B>) => Fix;
};

type ContextFor<S extends Subject, B extends boolean> = B extends true ? BehindContext : ContextOf[S];

/** Makes a fault of its definition. Reading a fact in `match` that no alternative of `needs` lists does not compile. */
export function defineFault<
  const S extends Subject,
  const N extends Needs<S>,
  P extends Proof,
  const B extends boolean = false,
>(definition: FaultDefinition<S, N, P, B>): Fault {
  const { match, why, fix, needs, needsIn, ...data } = definition;
  return {
    ...data,
    // An alternative of names of one subject's facts is one of any subject's.
    needs: needs as Needs,
    needsIn: needsIn && ((evidence) => needsIn(evidence as ContextFor<S, B>) as Needs),
    prove: (known, evidence) => {
      // The engine hands over evidence on what the fault is about, and the facts of at least one alternative.
      const context = evidence as ContextFor<S, B>;
      return listOf(match(known as KnownFacts<S, N>, context)).map((proof) => ({
        certainty: proof.certainty,
        ...(proof.partial ? { partial: true } : {}),
        zones: proof.zones,
        culprit: proof.culprit,
        facts: proof.facts,
        why: why(proof, context),
        fix: fix(proof, context),
      }));
    },
  };
}

function listOf<P extends Proof>(found: P | readonly P[] | null): readonly P[] {
  if (found === null) return [];
  return isList(found) ? found : [found];
}

function isList<P extends Proof>(found: P | readonly P[]): found is readonly P[] {
  return Array.isArray(found);
}
