import type { World } from './world.ts';

/** The ARN of the load balancer with this name. Throws when the world has none. */
export function balancerNamed(world: World, name: string): string {
  const found = world.loadBalancers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`this world has no load balancer ${name}`);
  return found.arn;
}
