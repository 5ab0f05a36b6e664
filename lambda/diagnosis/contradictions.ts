import type { EndpointContext, LoadBalancerWord, VantagePath } from '../model/evidence.ts';
import type { Hop } from '../model/flow.ts';
import type { Outcome, ProbeResult } from '../model/probe-result.ts';
import { answerStoppers } from './answer-stoppers.ts';
import { conclusiveResults } from './conclusive-results.ts';
import { saysItConnects } from './says-it-connects.ts';

/** What speaks against each other. `hop` is the line that denies what was answered; null where silence meets a healthy word. */
export type Contradiction = { readonly results: readonly ProbeResult[]; readonly hop: Hop | null };

/** The witnesses, as far as they are known. */
export type Heard = {
  readonly probes: readonly ProbeResult[];
  readonly paths: readonly VantagePath[];
  readonly loadBalancerWord?: LoadBalancerWord;
};

/** What came back from the target itself; an ICMP error may be of anyone on the way. */
const ANSWERS: readonly Outcome[] = ['connected', 'refused', 'reset', 'closed-early'];

/**
 * Where no single state of the world explains what the witnesses say: an answer on a way that the configuration denies,
 * or silence where the load balancer is settled to get through. Results of a prober that wears groups of its own speak
 * for another way, and their answers contradict nothing.
 */
export function contradictions(
  { probes, paths, loadBalancerWord: word }: Heard,
  context: EndpointContext,
): readonly Contradiction[] {
  const results = conclusiveResults(probes, context);
  const answered = paths.some(({ path }) => path.blockers.length > 0) ? deniedAnswers(results, paths) : [];
  const silent = results.filter(({ outcome }) => outcome === 'timed-out');
  const through = word?.settled === true && saysItConnects(word);
  return through && silent.length > 0 ? [...answered, { results: silent, hop: null }] : answered;
}

/** What came back on ways that a line denies, by line and outcome. */
function deniedAnswers(results: readonly ProbeResult[], paths: readonly VantagePath[]): readonly Contradiction[] {
  const denied = results
    .filter(({ outcome, securityGroups }) => ANSWERS.includes(outcome) && securityGroups === undefined)
    .flatMap((result) => denierOf(result, paths).map((hop) => ({ result, hop })));
  const lines = Map.groupBy(denied, ({ hop, result }) => JSON.stringify([hop.resource, hop.line, result.outcome]));
  return [...lines.values()].map((same) => ({
    results: same.map(({ result }) => result),
    hop: same[0]?.hop ?? null,
  }));
}

/** The first line that denies the way from where the result was seen, as a list of one or none. */
function denierOf({ vantagePoint }: ProbeResult, paths: readonly VantagePath[]): readonly Hop[] {
  const path = paths.find((one) => one.vantagePoint.id === vantagePoint)?.path;
  return path === undefined ? [] : answerStoppers(path).slice(0, 1);
}
