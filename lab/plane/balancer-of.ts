import type { NetworkInterface } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';

/** The load balancer that a node works for. Undefined for what is left of a node in a zone that is no longer enabled. */
export function balancerOf(world: World, node: NetworkInterface): World['loadBalancers'][number] | undefined {
  const balancer = world.loadBalancers.find((one) => node.description === `ELB ${one.arn.split(':loadbalancer/')[1]}`);
  return balancer?.zones.some(({ subnetId }) => subnetId === node.subnetId) ? balancer : undefined;
}
