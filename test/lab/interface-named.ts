import { instanceNamed } from '../../lab/world/instance-named.ts';
import type { World } from '../../lab/world/world.ts';

/** The id of the interface of a machine by its name. Throws where the world has no such machine. */
export function interfaceNamed(world: World, name: string): string {
  const instanceId = instanceNamed(world, name);
  return world.hosts.find((host) => host.instanceId === instanceId)?.interfaceId ?? '';
}
