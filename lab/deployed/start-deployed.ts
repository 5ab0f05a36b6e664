import type { AccountFacts } from '../aws/account-facts.ts';
import type { CloudWatchClock } from '../aws/cloudwatch/cloudwatch-clock.ts';
import type { Deployment as CodeDeployment } from '../aws/codedeploy/deployment.ts';
import type { Deployment } from '../deployment.ts';
import type { PlaneMode } from '../faults/lab-fault.ts';
import { type Lab, startLab } from '../lab.ts';
import type { World } from '../world/world.ts';
import { accountWith } from './account-with.ts';
import { askCustomResource, type CustomResource } from './ask-custom-resource.ts';
import { customResourcesIn } from './custom-resources-in.ts';
import { functionsIn } from './functions-in.ts';
import { putAlarms } from './put-alarms.ts';
import type { Assembly } from './read-assembly.ts';
import { rulesIn } from './rules-in.ts';
import { stacksIn } from './stacks-in.ts';
import { tablesIn } from './tables-in.ts';
import { withProbers } from './with-probers.ts';

/**
 * What is deployed where. `clock` tells how long a minute of the alarms lasts; `codeDeployments` are what CodeDeploy has under way.
 */
export type DeployedOptions = {
  readonly world: World;
  readonly assembly: Assembly;
  readonly mode: PlaneMode | 'best';
  readonly clock: CloudWatchClock;
  readonly codeDeployments?: readonly CodeDeployment[];
};

/** A lab in which a stack is deployed. `remove` takes the stack away as CloudFormation does, and leaves the world. */
export type DeployedLab = Lab & { readonly remove: () => Promise<void> };

/**
 * Stands a world up with a synthesised stack deployed in it, and those that are nested in it: its functions with their environment
 * and what their roles may do, its table, its custom resources, its rules, its alarms, its outputs. Rejects where a template holds
 * what the lab cannot deploy, with nothing left behind.
 */
export async function startDeployed({ world, assembly, ...options }: DeployedOptions): Promise<DeployedLab> {
  const first = stacksIn(assembly, world);
  const custom = first.flatMap(({ name, template, resolve }) =>
    customResourcesIn(template, resolve).map((one) => ({ ...one, key: `${name}/${one.request.logicalId}` })),
  );
  const makers = functionsIn(first, world, (name) => custom.some((one) => one.functionName === name));
  const before: Deployment = {
    functions: makers,
    rules: [],
    monitor: '',
    tables: first.flatMap(({ template, resolve }) => tablesIn(template, resolve, world)),
  };
  let account: AccountFacts = {};
  // The places of a world stand before anything is deployed in them.
  const inside = functionsIn(first, world, (name) => name.includes('-prober-'));
  const lab = await startLab({
    ...options,
    world: withProbers(world, inside),
    deployment: before,
    account: () => account,
  });
  const made = new Map<string, CustomResource>();
  try {
    for (const { functionName, request, key } of custom) {
      const ask = (event: unknown) => lab.invoke(functionName, event);
      made.set(key, await askCustomResource({ ...request, type: 'Create' }, ask));
    }
    const stacks = stacksIn(assembly, world, (id, stack) => made.get(`${stack}/${id}`)?.attributes);
    const functions = functionsIn(stacks, world);
    const rules = stacks.flatMap(({ template, resolve }) => rulesIn(template, resolve, world));
    lab.deploy({ ...before, functions, rules, monitor: scheduled(rules) });
    for (const { template, resolve } of stacks) await putAlarms(template, resolve, lab.url, world);
    account = accountWith(stacks, functions);
  } catch (error) {
    await lab.close();
    throw error;
  }
  const remove = async () => {
    lab.deploy(before);
    account = {};
    for (const { functionName, request, key } of custom.toReversed()) {
      const { physicalId } = made.get(key) ?? {};
      await askCustomResource({ ...request, type: 'Delete', physicalId }, (event) => lab.invoke(functionName, event));
    }
  };
  return { ...lab, remove };
}

/** The function that the schedule calls. */
function scheduled(rules: Deployment['rules']): string {
  const [target] = rules.filter(({ pattern }) => pattern === null).flatMap(({ targets }) => targets);
  if (target === undefined) throw new Error('the template has no schedule that calls a function');
  return target.functionName;
}
