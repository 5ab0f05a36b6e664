import type { NetworkInterface, Target, TargetGroup } from '../../lambda/model/inventory.ts';
import type { Check, Dialled } from '../processes/messages.ts';
import type { World } from '../world/world.ts';
import { checkKey } from './health-board.ts';

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
  if (balancer === undefined) return [];
  const crossZone = balancer.attributes['load_balancing.cross_zone.enabled'] === 'true';
  return world.targetGroups
    .filter((group) => group.loadBalancerArns.includes(balancer.arn))
    .flatMap((group) =>
      (world.registrations[group.arn] ?? [])
        .map((target) => ({ group, target, home: interfaceOf(world, target) }))
        .filter(({ home }) => crossZone || home === undefined || home.zone === node.zone)
        .map(({ target, home }) => checkOf(group, target, addressOf(target, home), dial)),
    );
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

function interfaceOf(world: World, target: Target): NetworkInterface | undefined {
  const host = world.hosts.find((one) => one.instanceId === target.id);
  return world.networkInterfaces.find((one) =>
    host === undefined ? one.addresses.some((each) => each.address === target.id) : one.id === host.interfaceId,
  );
}

function addressOf(target: Target, home: NetworkInterface | undefined): string {
  return home?.addresses.find((one) => one.primary)?.address ?? target.id;
}
