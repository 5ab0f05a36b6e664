import type { Subnet } from '../../lambda/model/inventory.ts';
import type { World } from './world.ts';

/** The subnet with this name. Throws when the world has none. */
export function subnetNamed(world: World, name: string): Subnet {
  const found = world.subnets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`this world has no subnet ${name}`);
  return found;
}
