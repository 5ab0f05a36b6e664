import type { Outcome } from '../../model/probe-result.ts';
import type { ReportedEndpoint, ReportedProbe } from '../../model/report.ts';

/** What an endpoint counts as. Exactly one for each endpoint: the gravest that was seen. */
export type EndpointOutcome =
  | 'connected'
  | 'refused'
  | 'silent'
  | 'broken'
  | 'unhealthy'
  | 'starting'
  | 'heardOf'
  | 'notLooked';

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
 * what could not be judged, is never the target's, and never counts as well. What does not answer yet, and
 * need not, is starting (`mayStart`).
 * What is never dialled is only heard of: it counts where the load balancer calls it unhealthy, and else as nothing.
 */
export function endpointOutcome(
  { unjudged, diagnosis, dialled }: Pick<ReportedEndpoint, 'unjudged' | 'diagnosis' | 'dialled'>,
  probes: readonly ReportedProbe[],
  mayStart: boolean,
): EndpointOutcome {
  const { symptom, leading } = diagnosis;
  if (unjudged !== null || leading?.component === 'prober') return 'notLooked';
  const conclusive = probes.filter(({ outcome }) => outcome !== 'inconclusive');
  if (conclusive.length === 0) return dialled === false ? heardOf(symptom) : told(symptom);
  const seen = GRAVITY.find(([outcome]) => conclusive.some((probe) => probe.outcome === outcome));
  if (seen !== undefined) return mayStart ? 'starting' : seen[1];
  if (symptom?.outcome === 'unhealthy') return 'unhealthy';
  return conclusive.length === probes.length ? 'connected' : 'notLooked';
}

/** The load balancer's bare `unhealthy` does not tell whether a connection stands, save where it speaks of the answer. */
function told(symptom: ReportedEndpoint['diagnosis']['symptom']): EndpointOutcome {
  if (symptom === null) return 'notLooked';
  const { outcome, layer } = symptom;
  if (outcome === 'unhealthy') return layer === 'application' ? 'unhealthy' : 'notLooked';
  return GRAVITY.find(([one]) => one === outcome)?.[1] ?? 'notLooked';
}

function heardOf(symptom: ReportedEndpoint['diagnosis']['symptom']): EndpointOutcome {
  return symptom === null ? 'heardOf' : 'unhealthy';
}
