import type { Outcome } from '../../model/probe-result.ts';
import type { ReportedEndpoint, ReportedProbe } from '../../model/report.ts';

/** What an endpoint counts as. Exactly one for each endpoint: the gravest that was seen. */
export type EndpointOutcome = 'connected' | 'refused' | 'silent' | 'broken' | 'unhealthy' | 'starting' | 'notLooked';

/** The gravest first; `inconclusive` says nothing of the target, and only a connection from everywhere is better. */
const GRAVITY: readonly (readonly [Outcome, EndpointOutcome])[] = [
  ['timed-out', 'silent'],
  ['unreachable', 'broken'],
  ['refused', 'refused'],
  ['reset', 'broken'],
  ['closed-early', 'broken'],
  ['inconclusive', 'notLooked'],
];

/**
 * What an endpoint counts as, by what the load balancer's own places saw (`probes` are theirs alone). Where they saw
 * nothing that proves something, the symptom that another witness showed counts, if it tells how. Our own trouble, and
 * what could not be judged, is never the target's, and never counts as well. A target that does not listen yet, and gets no
 * requests yet (`initial`: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html), is
 * starting: the load balancer's own checks bound how long.
 */
export function endpointOutcome(
  { elb, unjudged, diagnosis }: Pick<ReportedEndpoint, 'elb' | 'unjudged' | 'diagnosis'>,
  probes: readonly ReportedProbe[],
): EndpointOutcome {
  const { symptom, leading } = diagnosis;
  if (unjudged !== null || leading?.component === 'prober') return 'notLooked';
  const conclusive = probes.filter(({ outcome }) => outcome !== 'inconclusive');
  if (conclusive.length === 0) return symptom === null ? 'notLooked' : told(symptom);
  const seen = GRAVITY.find(([outcome]) => conclusive.some((probe) => probe.outcome === outcome));
  if (seen !== undefined) return elb?.state === 'initial' ? 'starting' : seen[1];
  if (symptom?.outcome === 'unhealthy') return 'unhealthy';
  return conclusive.length === probes.length ? 'connected' : 'notLooked';
}

/** The load balancer's bare `unhealthy` does not tell whether a connection stands, save where it speaks of the answer. */
function told({ outcome, layer }: NonNullable<ReportedEndpoint['diagnosis']['symptom']>): EndpointOutcome {
  if (outcome === 'unhealthy') return layer === 'application' ? 'unhealthy' : 'notLooked';
  return GRAVITY.find(([one]) => one === outcome)?.[1] ?? 'notLooked';
}
