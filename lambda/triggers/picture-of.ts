import type { Report, ReportedEndpoint } from '../model/report.ts';
import type { Picture } from '../model/window.ts';

/** States on which the load balancer has not said its last word. `unhealthy.draining` is a Network Load Balancer's. */
const MOVING: ReadonlySet<string> = new Set(['initial', 'draining', 'unhealthy.draining']);

/** What a check saw of one load balancer (ARN) or watched path (name), for `followed`. */
export function pictureOf(report: Report, key: string): Picture {
  const endpoints = report.endpoints.filter(({ loadBalancer, watch }) => (loadBalancer ?? watch) === key);
  const unsettled = endpoints.filter(isUnsettled).length;
  return { at: report.checkedAt, unsettled, state: endpoints.map(stateOf).sort().join('\n') };
}

/** The load balancer has a word on what it sends to and checks only. */
function isUnsettled({ elb, purpose, watch }: ReportedEndpoint): boolean {
  if (watch !== null) return false;
  if (elb !== null) return MOVING.has(elb.state);
  return purpose === 'traffic' || purpose === 'health-check';
}

function stateOf({ id, elb, unjudged, diagnosis: { symptom, leading } }: ReportedEndpoint): string {
  return JSON.stringify([id, elb?.state, elb?.reason, symptom?.outcome, leading?.code, unjudged !== null]);
}
