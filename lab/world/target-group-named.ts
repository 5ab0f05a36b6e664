import type { World } from './world.ts';

/** The target group with this name. Throws when the world has none. */
export function targetGroupNamed(world: World, name: string): World['targetGroups'][number] {
  const found = world.targetGroups.find((one) => one.name === name);
  if (found === undefined) throw new Error(`this world has no target group ${name}`);
  return found;
}
