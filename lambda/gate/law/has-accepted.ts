import type { ReportedEndpoint } from '../../model/report.ts';
import type { GateRules } from './gate.ts';

/**
 * Whether an endpoint accepted a connection from every place that should reach it, or, where the load balancer is the witness,
 * is healthy by its word. A report holds one result for each place, also where a prober failed; without any, nobody looked.
 */
export function hasAccepted(
  { probes, elb }: Pick<ReportedEndpoint, 'probes' | 'elb'>,
  { witness }: Pick<GateRules, 'witness'>,
): boolean {
  if (witness === 'load-balancer') return elb?.state === 'healthy';
  return probes.length > 0 && probes.every(({ outcome }) => outcome === 'connected');
}
