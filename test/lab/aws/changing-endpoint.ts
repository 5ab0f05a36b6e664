import type { World } from '../../../lab/world/world.ts';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

/** An endpoint whose world its own calls change, as in the lab; `applied` are the worlds that packets were made to follow. */
export async function changingEndpoint(changes: Partial<World> = {}) {
  let world = smallWorld(changes);
  const applied: World[] = [];
  const change = async (next: World) => {
    world = next;
    await Promise.resolve();
    applied.push(next);
  };
  return { ...(await smallEndpoint({ world: () => world, change })), world: () => world, applied };
}
