import type { LoadBalancerDescription } from '../../lib/load-balancer-source.ts';
import { alb } from './doctor-stack.ts';

/** Application Load Balancers that share no group, and no subnet either, which is what takes the most room. */
export function manyLoadBalancers(count: number, zones = 3): LoadBalancerDescription[] {
  return Array.from({ length: count }, (_, index) => ({
    ...alb,
    arn: alb.arn.replace('shop', `a-load-balancer-of-32-letters-${index}`),
    subnets: Array.from({ length: zones }, (_, zone) => idOf('subnet', index * zones + zone)),
    securityGroups: [idOf('sg', index)],
  }));
}

function idOf(kind: string, number: number): string {
  return `${kind}-0${number.toString(16).padStart(16, '0')}`;
}
