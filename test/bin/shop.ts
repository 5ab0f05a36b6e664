import { startAwsEndpoint } from '../../lab/aws/aws-endpoint.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import type { TargetHealth } from '../../lambda/model/inventory.ts';
import { awsEnvironment } from './run-cli.ts';

/** An AWS endpoint for a small world, in which nothing can be dialled: its targets are as healthy as `state` says. */
export async function startShop(
  changes: Partial<World> = {},
  said: Pick<TargetHealth, 'state' | 'reason'> = { state: 'healthy', reason: null },
) {
  const world = { ...healthyWorld(), ...changes };
  const groups = Object.entries(world.registrations).map(([arn, targets]) => [
    arn,
    targets.map((target): TargetHealth => ({ target, healthCheckPort: null, description: null, ...said })),
  ]);
  const endpoint = await startAwsEndpoint({
    world: () => world,
    health: () => Object.fromEntries(groups),
    invoke: () => Promise.reject(new Error('nothing is to be invoked')),
  });
  return { ...endpoint, world, environment: { ...awsEnvironment(endpoint.url), AWS_REGION: world.region } };
}
