import type { LoadBalancerWord } from '../model/evidence.ts';

/**
 * Whether the load balancer's word means that its own connections are made: the target is healthy, or it answered a
 * check with a code that is not wanted
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html).
 */
export function saysItConnects({ state, reason }: Pick<LoadBalancerWord, 'state' | 'reason'>): boolean {
  return state === 'healthy' || reason === 'Target.ResponseCodeMismatch';
}
