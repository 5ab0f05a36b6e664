import type { NetworkInterface, TargetGroup } from '../../lambda/model/inventory.ts';
import type { Check, Dialled } from '../processes/messages.ts';
import type { World } from '../world/world.ts';
import { checkKey } from './health-board.ts';
import { type Reached, targetsOfNode } from './targets-of-node.ts';

/**
 * The health checks that a load balancer's node sends: to every target that it may send to, of every group behind its load
 * balancer. `dial` says how the world's addresses are reached.
 */
export function checksOf(
  world: World,
  node: NetworkInterface,
  dial: (address: string, port: number) => Dialled,
): Check[] {
  return world.targetGroups.flatMap((group) =>
    targetsOfNode(world, node, group).map((reached) => checkOf(group, reached, dial)),
  );
}

function checkOf(
  group: Omit<TargetGroup, 'attributes'>,
  { target, address }: Reached,
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
