import type { NetworkInterface, Target, TargetGroup } from '../../lambda/model/inventory.ts';
import type { Check, Dialled } from '../processes/messages.ts';
import type { World } from '../world/world.ts';
import { checkKey } from './health-board.ts';
import { homeOf } from './home-of.ts';
import { idleTarget } from './idle-target.ts';

/**
 * The health checks that a load balancer's node sends: every registered target of every group behind its load
 * balancer (cross-zone), or only those of its own zone. `dial` says how the world's addresses are reached.
 */
export function checksOf(
  world: World,
  node: NetworkInterface,
  dial: (address: string, port: number) => Dialled,
): Check[] {
  const balancer = world.loadBalancers.find((one) => node.description === `ELB ${one.arn.split(':loadbalancer/')[1]}`);
  // What is left of a node in a zone that is no longer enabled checks nothing.
  if (balancer === undefined || !balancer.zones.some(({ subnetId }) => subnetId === node.subnetId)) return [];
  return world.targetGroups
    .filter((group) => group.loadBalancerArns.includes(balancer.arn))
    .flatMap((group) =>
      (world.registrations[group.arn] ?? [])
        .filter((target) => idleTarget(world, group, target) === null)
        .map((target) => ({ group, target, home: homeOf(world, target) }))
        .filter(({ home }) => crossesZones(balancer, group) || home === undefined || home.zone === node.zone)
        .map(({ target, home }) => checkOf(group, target, addressOf(target, home), dial)),
    );
}

type Attributed = Pick<World['targetGroups'][number], 'attributes'>;

/** The group's own attribute goes before the load balancer's (Elastic Load Balancing, "Cross-zone load balancing"). */
function crossesZones(balancer: Attributed, group: Attributed): boolean {
  const key = 'load_balancing.cross_zone.enabled';
  const own = group.attributes[key];
  return (own === 'true' || own === 'false' ? own : balancer.attributes[key]) === 'true';
}

function checkOf(
  group: Omit<TargetGroup, 'attributes'>,
  target: Target,
  address: string,
  dial: (address: string, port: number) => Dialled,
): Check {
  const { healthCheck } = group;
  const port = healthCheck.port === 'traffic-port' ? (target.port ?? group.port ?? 0) : Number(healthCheck.port);
  return {
    key: checkKey(group.arn, target),
    protocol: healthCheck.protocol,
    dial: dial(address, port),
    authority: `${address}:${port}`,
    path: healthCheck.path ?? '/',
    matcher: healthCheck.matcher ?? '200',
    intervalMs: healthCheck.intervalSeconds * 1000,
    timeoutMs: healthCheck.timeoutSeconds * 1000,
  };
}

function addressOf(target: Target, home: NetworkInterface | undefined): string {
  return home?.addresses.find((one) => one.primary)?.address ?? target.id;
}
