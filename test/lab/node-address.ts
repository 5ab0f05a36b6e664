import { subnetNamed } from '../../lab/world/subnet-named.ts';
import type { World } from '../../lab/world/world.ts';

/** The address of the Network Load Balancer's node in a subnet by its name; empty where it has none there. */
export function nodeAddress(world: World, subnet: string): string {
  const { id } = subnetNamed(world, subnet);
  const node = world.networkInterfaces.find((one) => one.subnetId === id && one.description.startsWith('ELB net/'));
  return node?.addresses[0]?.address ?? '';
}
