import type { World } from './world.ts';

/** The primary address of the instance with this name. Throws when the world has none. */
export function addressNamed(world: World, name: string): string {
  const address = world.instances.find((one) => one.name === name)?.primaryAddress;
  if (!address) throw new Error(`this world has no address for ${name}`);
  return address;
}
