import type { Target, TargetHealth } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
import { homeOf } from './home-of.ts';

/**
 * What the load balancer says of a target that it does not check: its group is used by no load balancer, its zone is not
 * enabled, its instance does not run, or health checks are off. Null for one that it checks. A registered address tells
 * the load balancer of no instance. Source: Elastic Load Balancing, "Target health status" and "Target health reason codes".
 */
export function idleTarget(world: World, group: World['targetGroups'][number], target: Target): TargetHealth | null {
  const line = (state: string, reason: string, description: string): TargetHealth => ({
    ...{ target, healthCheckPort: null, state, reason, description },
  });
  const owners = world.loadBalancers.filter(({ arn }) => group.loadBalancerArns.includes(arn));
  if (owners.length === 0) {
    const description = 'Target group is not configured to receive traffic from the load balancer';
    return line('unused', 'Target.NotInUse', description);
  }
  if (!group.healthCheck.enabled) {
    return line('unavailable', 'Target.HealthCheckDisabled', 'Health checks are not enabled for the target');
  }
  const zone = target.zone ?? homeOf(world, target)?.zone ?? 'all';
  if (zone !== 'all' && !owners.some(({ zones }) => zones.some((one) => one.zone === zone))) {
    const description = 'Target is in an Availability Zone that is not enabled for the load balancer';
    return line('unused', 'Target.NotInUse', description);
  }
  const instance = world.instances.find((one) => one.id === target.id);
  if (instance === undefined || instance.state === 'running') return null;
  return line('unused', 'Target.InvalidState', `Target is in the ${instance.state} state`);
}
