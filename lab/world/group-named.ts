import type { World } from './world.ts';

/** The id of the security group with this name. Throws when the world has none. */
export function groupNamed(world: World, name: string): string {
  const found = world.securityGroups.find((one) => one.name === name);
  if (found === undefined) throw new Error(`this world has no security group ${name}`);
  return found.id;
}
