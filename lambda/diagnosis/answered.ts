import type { NamedFact } from '../model/diagnosis.ts';
import type { EndpointContext, LoadBalancerWord, VantagePath } from '../model/evidence.ts';
import type { Outcome, ProbeResult } from '../model/probe-result.ts';
import { testimony } from './testimony.ts';
import { zonesOf } from './zones-of.ts';

/** What faults of the host and its processes rest on, as far as it is known. */
export type Heard = {
  readonly probes: readonly ProbeResult[];
  readonly paths?: readonly VantagePath[];
  readonly loadBalancerWord?: LoadBalancerWord;
};

/** An answer that no fault of the way can give. */
export type Answered = {
  readonly zones: readonly string[] | null;
  readonly facts: readonly NamedFact[];
  /** What the witnesses say, and that the way is innocent, for `why`. */
  readonly sentence: string;
};

/**
 * The verdict on an answer (a refusal, a reset), the same for every fault behind the way: an answer came back, so
 * nothing that drops packets stands between. Null where no place got it, or only places whose way the configuration
 * denies: then the configuration changed between reading and probing, and has to be read again.
 */
export function answered(
  outcome: Outcome,
  { probes, paths = [], loadBalancerWord: word }: Heard,
  context: EndpointContext,
): Answered | null {
  const verdictAt = (place: string) => paths.find(({ vantagePoint }) => vantagePoint.id === place)?.path.verdict;
  const results = probes.filter((one) => one.outcome === outcome && verdictAt(one.vantagePoint) !== 'deny');
  if (results.length === 0) return null;
  const places = results.map(({ vantagePoint }) => vantagePoint);
  const innocence = places.every((place) => verdictAt(place) === 'allow') ? JUDGED : PROVEN_BY_ANSWER;
  const { sentence, facts } = testimony({ results, word }, context);
  return {
    zones: zonesOf(places, context),
    facts: [...facts, { name: 'path', value: innocence }],
    sentence: `${sentence} ${innocence}`,
  };
}

const JUDGED =
  'The way is innocent for certain: security groups, network ACLs and routes let the connection and its answer pass, and an answer came.';
const PROVEN_BY_ANSWER =
  'The way is innocent, although its configuration could not be read in full: security groups, network ACLs and missing routes are silent, and an answer came.';
