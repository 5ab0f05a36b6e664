import { join } from 'node:path';
import { startAwsEndpoint } from '../../lab/aws/aws-endpoint.ts';
import { labFault } from '../../lab/faults/target-security-group-blocks-load-balancer.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import type { TargetHealth } from '../../lambda/model/inventory.ts';
import type { RunOptions } from './run-program.ts';
import { runWell } from './run-well.ts';

/** Files of saved inventories, and what must be found in the second. */
export type SavedInventories = { readonly healthy: string; readonly broken: string; readonly code: string };

/** Has the package's own `snapshot` save the lab's healthy world, and one with a wrong rule, from the lab's AWS endpoint. */
export async function saveLabInventories(folder: string, options: RunOptions): Promise<SavedInventories> {
  const world = healthyWorld();
  return {
    healthy: await saved(world, HEALTHY, join(folder, 'healthy.json'), options),
    broken: await saved(labFault.change(world), TIMED_OUT, join(folder, 'broken.json'), options),
    code: labFault.code,
  };
}

type Said = Pick<TargetHealth, 'state' | 'reason'>;

const HEALTHY: Said = { state: 'healthy', reason: null };
const TIMED_OUT: Said = { state: 'unhealthy', reason: 'Target.Timeout' };

/** `said` is what the load balancers say of every target: nothing is dialled that they could say it by. */
async function saved(world: World, said: Said, file: string, options: RunOptions): Promise<string> {
  const invoke = () => Promise.reject(new Error('nothing is to be invoked'));
  const endpoint = await startAwsEndpoint({ world: () => world, health: () => healthOf(world, said), invoke });
  // Keys that open nothing: the endpoint only wants requests to be signed.
  const environment = {
    AWS_ENDPOINT_URL: endpoint.url,
    AWS_REGION: world.region,
    AWS_ACCESS_KEY_ID: 'trial',
    AWS_SECRET_ACCESS_KEY: 'trial',
  };
  try {
    await runWell(['npx', '--no', '--', 'origin-doctor', 'snapshot', '-o', file], { ...options, environment });
    return file;
  } finally {
    await endpoint.close();
  }
}

function healthOf({ registrations }: World, said: Said): Readonly<Record<string, readonly TargetHealth[]>> {
  const groups = Object.entries(registrations).map(
    ([arn, targets]) =>
      [arn, targets.map((target) => ({ target, healthCheckPort: null, description: null, ...said }))] as const,
  );
  return Object.fromEntries(groups);
}
