import type { AccountFacts } from '../../lab/aws/account-facts.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import { stackOutputs } from '../../lambda/contract.ts';

/** How the deployment differs from one that watches all of the world. */
export type DeployedShopOptions = {
  readonly stack?: string;
  /** ARNs. */
  readonly watched?: readonly string[];
  readonly version?: string;
  readonly mark?: string;
  /** The name of its gate; without it, it has none. */
  readonly gate?: string;
};

/** What an account holds when the doctor is deployed for a world: its stack, with functions that are active. */
export function deployedShop(world: World = healthyWorld(), options: DeployedShopOptions = {}) {
  const { stack = 'doctor', version = '0.1.0', mark = '1a2b3c4d', gate } = options;
  const { watched = world.loadBalancers.map(({ arn }) => arn) } = options;
  const monitor = `${stack}-monitor`;
  const probers = world.probers.map(({ name, subnetId, securityGroups }) => ({
    functionName: name,
    subnetId,
    securityGroups,
  }));
  const topic = `arn:aws:sns:${world.region}:${world.accountId}:${stack}`;
  const outputs = {
    [`${stackOutputs.deployment}${mark}`]: stack,
    [`${stackOutputs.monitor}${mark}`]: monitor,
    [`${stackOutputs.probers}${mark}`]: JSON.stringify(probers),
    [`${stackOutputs.loadBalancers}${mark}`]: JSON.stringify(watched),
    [`${stackOutputs.topic}${mark}`]: topic,
    [`${stackOutputs.version}${mark}`]: version,
    ...(gate === undefined ? {} : { [`${stackOutputs.gate}${mark}`]: gate }),
    SomethingElse: 'of the same stack',
  };
  return {
    monitor,
    stacks: [{ name: stack, status: 'CREATE_COMPLETE', outputs }],
    topics: [{ arn: topic, confirmed: 1, pending: 0 }],
    functions: [
      { name: monitor, state: 'Active' },
      ...probers.map(({ functionName }) => ({ name: functionName, state: 'Active' })),
    ],
  } satisfies AccountFacts & { readonly monitor: string };
}
