import type { ReportedEndpoint } from '../../model/report.ts';
import { isProvenCause } from '../is-proven-cause.ts';

/**
 * What an endpoint's diagnosis comes to: `faulty` (a certain or likely cause), `unexplained` (a symptom without one),
 * `unjudged`, `idle` (the load balancer sends it nothing new: unused or draining), or `healthy`.
 */
export type State = 'faulty' | 'unexplained' | 'unjudged' | 'idle' | 'healthy';

/** The state of one endpoint. `healthy` is what is left when nothing is wrong and all that matters was looked at. */
export function stateOf({ diagnosis: { leading, others, symptom }, unjudged, elb }: ReportedEndpoint): State {
  if ([...(leading === null ? [] : [leading]), ...others].some(isProvenCause)) return 'faulty';
  if (symptom !== null) return 'unexplained';
  if (unjudged !== null) return 'unjudged';
  return elb !== null && IDLE.includes(elb.state) ? 'idle' : 'healthy';
}

const IDLE = ['unused', 'draining'];
