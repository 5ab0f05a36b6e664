import type { NetworkInterface, Target } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
import { balancerOf } from './balancer-of.ts';
import { homeOf } from './home-of.ts';
import { idleTarget } from './idle-target.ts';

type TargetGroup = World['targetGroups'][number];

/** A registered target and the address that the load balancer dials for it. */
export type Reached = { readonly target: Target; readonly address: string };

/**
 * The targets of a group that a load balancer's node checks and may send to: every registered one (cross-zone), or only
 * those of its own zone.
 */
export function targetsOfNode(world: World, node: NetworkInterface, group: TargetGroup): Reached[] {
  const balancer = balancerOf(world, node);
  if (balancer === undefined || !group.loadBalancerArns.includes(balancer.arn)) return [];
  return (world.registrations[group.arn] ?? [])
    .filter((target) => idleTarget(world, group, target) === null)
    .map((target) => ({ target, home: homeOf(world, target) }))
    .filter(({ home }) => crossesZones(balancer, group) || home === undefined || home.zone === node.zone)
    .map(({ target, home }) => ({ target, address: addressOf(target, home) }));
}

type Attributed = Pick<TargetGroup, 'attributes'>;

/** The group's own attribute goes before the load balancer's (Elastic Load Balancing, "Cross-zone load balancing"). */
function crossesZones(balancer: Attributed, group: Attributed): boolean {
  const key = 'load_balancing.cross_zone.enabled';
  const own = group.attributes[key];
  return (own === 'true' || own === 'false' ? own : balancer.attributes[key]) === 'true';
}

function addressOf(target: Target, home: NetworkInterface | undefined): string {
  return home?.addresses.find((one) => one.primary)?.address ?? target.id;
}
