import type { NamedFact } from '../model/diagnosis.ts';
import type { EndpointContext, LoadBalancerWord } from '../model/evidence.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { conclusiveResults } from './conclusive-results.ts';
import { saysItConnects } from './says-it-connects.ts';
import { testimony } from './testimony.ts';
import { zonesOf } from './zones-of.ts';

/** The witnesses beside configuration, as far as they are known. */
export type Beside = {
  readonly probes?: readonly ProbeResult[];
  readonly loadBalancerWord?: LoadBalancerWord;
};

/** That nobody answers at an address. */
export type Unanswered = {
  /** Whether that was seen from the load balancer's own places; else only configuration or the load balancer says so. */
  readonly dialled: boolean;
  readonly zones: readonly string[] | null;
  readonly facts: readonly NamedFact[];
  /** What the witnesses say, for `why`. */
  readonly sentence: string;
};

/**
 * The verdict on a host that is gone, the same for every fault that says so: it answers nobody. Null where any place
 * got an answer, or the load balancer itself is known to get through.
 */
export function unanswered(
  { probes = [], loadBalancerWord: word }: Beside,
  context: EndpointContext,
): Unanswered | null {
  const results = conclusiveResults(probes, context);
  const dialled = results.length > 0;
  if (results.some(({ outcome }) => outcome !== 'timed-out' && outcome !== 'unreachable')) return null;
  if (word !== undefined && saysItConnects(word) && (word.settled || !dialled)) return null;
  const places = results.map(({ vantagePoint }) => vantagePoint);
  return { dialled, zones: dialled ? zonesOf(places, context) : null, ...testimony({ results, word }, context) };
}
