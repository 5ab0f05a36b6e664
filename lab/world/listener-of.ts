import type { Listener } from '../../lambda/model/inventory.ts';
import { balancerNamed } from './balancer-named.ts';
import type { World } from './world.ts';

/** The first listener of the load balancer with this name. Throws when the world has none. */
export function listenerOf(world: World, name: string): Listener {
  const arn = balancerNamed(world, name);
  const found = world.listeners.find((one) => one.loadBalancerArn === arn);
  if (found === undefined) throw new Error(`this world has no listener of ${name}`);
  return found;
}
