import type { EndpointContext } from '../model/evidence.ts';
import { explainsAny } from './explains-any.ts';

/** Whether silence is, or may be, what is wrong with an endpoint: then the load balancer's own way to it is in question. */
export function isSilent({ symptoms }: Pick<EndpointContext, 'symptoms'>): boolean {
  return explainsAny({ explains: ['traffic:timed-out', 'health-check:timed-out'] }, symptoms);
}
