import type { World } from './world.ts';

/** The id of the instance with this name. Throws when the world has none. */
export function instanceNamed(world: World, name: string): string {
  const found = world.instances.find((one) => one.name === name);
  if (found === undefined) throw new Error(`this world has no instance ${name}`);
  return found.id;
}
