import type { Certainty, NamedFact } from '../model/diagnosis.ts';
import type { EndpointContext, LoadBalancerWord, VantagePath } from '../model/evidence.ts';
import type { Hop, PathJudgement } from '../model/flow.ts';
import type { Outcome, ProbeResult } from '../model/probe-result.ts';
import { answerStoppers } from './answer-stoppers.ts';
import { conclusiveResults } from './conclusive-results.ts';
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
  /** That it is the target's own: certain where every place got it, on a way of which all is known and lets it pass. */
  readonly certainty: Certainty;
  readonly zones: readonly string[] | null;
  readonly facts: readonly NamedFact[];
  /** What the witnesses say, and what that says of the way, for `why`. */
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
  const wayFrom = (place: string) => paths.find(({ vantagePoint }) => vantagePoint.id === place)?.path;
  const results = probes.filter((one) => one.outcome === outcome && !isStopped(wayFrom(one.vantagePoint)));
  if (results.length === 0) return null;
  const places = results.map(({ vantagePoint }) => vantagePoint);
  const ways = places.map(wayFrom);
  const everywhere = conclusiveResults(probes, context).every((one) => one.outcome === outcome);
  const own = context.vantagePoints.some(({ id }) => places.includes(id));
  const innocence = innocenceOf(ways, own ? UNREAD : ELSEWHERE);
  const { sentence, facts } = testimony({ results, word }, context);
  return {
    certainty: everywhere && ways.every(isOpen) ? 'certain' : 'likely',
    zones: zonesOf(places, context),
    facts: [...facts, { name: 'path', value: innocence }],
    sentence: `${sentence} ${innocence}`,
  };
}

type Way = PathJudgement | undefined;

function isStopped(way: Way): boolean {
  return way !== undefined && answerStoppers(way).length > 0;
}

function isOpen(way: Way): boolean {
  return way?.verdict === 'allow';
}

function innocenceOf(ways: readonly Way[], otherwise: string): string {
  if (ways.every(isOpen)) return JUDGED;
  const hops = ways.flatMap((way) => (way === undefined ? [] : [...way.forward, ...way.return]));
  const beyond = hops.find(leadsBeyond);
  if (beyond !== undefined) return `S${SILENT.slice(1)}; but ${beyond.why}. What answered may stand there.`;
  const doubt = hops.find(({ decision }) => decision === 'deny')?.why ?? otherwise;
  return `The way is innocent, although ${doubt}: ${SILENT}.`;
}

/** A route that is known, and hands packets to what may answer in the target's place. */
function leadsBeyond({ kind, decision, line }: Hop): boolean {
  return decision === 'unknown' && (kind === 'vpc-endpoint' || (kind === 'route' && line !== undefined));
}

const JUDGED =
  'The way is innocent for certain: security groups, network ACLs and routes let the connection and its answer pass, and an answer came.';
const UNREAD = 'its configuration could not be read in full';
/** Which groups this machine wears is not known. */
const ELSEWHERE = "it does not begin at the load balancer's own place";
const SILENT = 'security groups, network ACLs and missing routes are silent, and an answer came';
