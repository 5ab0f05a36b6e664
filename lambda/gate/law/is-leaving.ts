import type { ReportedEndpoint } from '../../model/report.ts';

/**
 * Whether an endpoint's target is on its way out: it gets no new requests, and whether it still accepts is not what a gate
 * asks (Elastic Load Balancing, *Target health status*).
 */
export function isLeaving({ elb }: Pick<ReportedEndpoint, 'elb'>): boolean {
  return elb !== null && (elb.state === 'draining' || elb.state === 'unhealthy.draining');
}
