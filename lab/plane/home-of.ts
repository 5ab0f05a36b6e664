import type { NetworkInterface, Target } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';

/** The interface behind a target: that of its host, or the one that has its address. Undefined where nothing has it. */
export function homeOf(world: World, target: Target): NetworkInterface | undefined {
  const host = world.hosts.find((one) => one.instanceId === target.id);
  return world.networkInterfaces.find((one) =>
    host === undefined ? one.addresses.some((each) => each.address === target.id) : one.id === host.interfaceId,
  );
}
