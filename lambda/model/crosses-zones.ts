import type { LoadBalancer, TargetGroup } from './inventory.ts';

const CROSS_ZONE = 'load_balancing.cross_zone.enabled';

/**
 * Whether nodes in one zone send to targets in another. The group's own attribute overrides the load balancer's, unless
 * it says `use_load_balancer_configuration`; an Application Load Balancer's is always on, a Network Load Balancer's off
 * by default (AWS, *Cross-zone load balancing*). True where the attributes that decide are not known.
 */
export function crossesZones(loadBalancer: LoadBalancer, group: TargetGroup): boolean {
  if (!group.attributes.known) return true;
  const own = group.attributes.value[CROSS_ZONE];
  if (own === 'true' || own === 'false') return own === 'true';
  if (loadBalancer.type === 'application' || !loadBalancer.attributes.known) return true;
  return loadBalancer.attributes.value[CROSS_ZONE] === 'true';
}
