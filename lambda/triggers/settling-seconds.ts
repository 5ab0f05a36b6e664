import type { Inventory } from '../model/inventory.ts';

/**
 * Seconds until the slowest target group of a load balancer can have called a new target healthy: interval × healthy
 * threshold. 0 where it has no target group, or none was read.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export function settlingSeconds(loadBalancer: string, { targetGroups }: Inventory): number {
  const groups = targetGroups.known ? targetGroups.value : [];
  const mine = groups.filter(({ loadBalancerArns }) => loadBalancerArns.includes(loadBalancer));
  return Math.max(0, ...mine.map(({ healthCheck }) => healthCheck.intervalSeconds * healthCheck.healthyThreshold));
}
