import type { AccountFacts } from '../../lab/aws/account-facts.ts';
import { startAwsEndpoint } from '../../lab/aws/aws-endpoint.ts';
import type { AwsEndpointSources } from '../../lab/aws/aws-endpoint-sources.ts';
import type { InvokeOutcome } from '../../lab/aws/invoke-outcome.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import type { TargetHealth } from '../../lambda/model/inventory.ts';
import { awsEnvironment } from './run-cli.ts';

/** What the endpoint is to say. */
export type ShopOptions = {
  readonly world?: World;
  /** What the load balancers say of every target. */
  readonly said?: Pick<TargetHealth, 'state' | 'reason'>;
  /** What the account holds beside the world; nothing without it. */
  readonly account?: AccountFacts;
  readonly invoke?: (functionName: string, payload: unknown) => Promise<InvokeOutcome>;
} & Pick<AwsEndpointSources, 'tables' | 'received'>;

/** An AWS endpoint for a world that has no packets: only what AWS says of it. `apply` changes the world. */
export async function startShop({
  world: first = healthyWorld(),
  said = { state: 'healthy', reason: null },
  account = {},
  invoke = () => Promise.reject(new Error('nothing is to be invoked')),
  ...rest
}: ShopOptions = {}) {
  let world = first;
  const health = () =>
    Object.fromEntries(
      Object.entries(world.registrations).map(([arn, targets]) => [
        arn,
        targets.map((target): TargetHealth => ({ target, healthCheckPort: null, description: null, ...said })),
      ]),
    );
  const endpoint = await startAwsEndpoint({ world: () => world, health, account: () => account, invoke, ...rest });
  return {
    ...endpoint,
    apply: (next: World) => {
      world = next;
    },
    environment: { ...awsEnvironment(endpoint.url), AWS_REGION: world.region },
  };
}
