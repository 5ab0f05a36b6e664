import type { CloudWatchClock } from '../aws/cloudwatch/cloudwatch-clock.ts';
import type { Deployment } from '../deployment.ts';
import type { PlaneMode } from '../faults/lab-fault.ts';
import { type Lab, startLab } from '../lab.ts';
import type { World } from '../world/world.ts';
import { askCustomResource, type CustomResource } from './ask-custom-resource.ts';
import { customResourcesIn } from './custom-resources-in.ts';
import { functionsIn } from './functions-in.ts';
import { putAlarms } from './put-alarms.ts';
import type { Assembly } from './read-assembly.ts';
import { resolver } from './resolver.ts';
import { rulesIn } from './rules-in.ts';
import { tablesIn } from './tables-in.ts';
import { withProbers } from './with-probers.ts';

/** What is deployed where. `clock` tells how long a minute of the alarms lasts. */
export type DeployedOptions = {
  readonly world: World;
  readonly assembly: Assembly;
  readonly mode: PlaneMode | 'best';
  readonly clock: CloudWatchClock;
};

/** A lab in which a stack is deployed. `remove` takes the stack away as CloudFormation does, and leaves the world. */
export type DeployedLab = Lab & { readonly remove: () => Promise<void> };

/**
 * Stands a world up with a synthesised stack deployed in it: its functions with their environment and what their roles may
 * do, its table, its custom resources, its rules, its alarms. Rejects where the template holds what the lab cannot deploy,
 * with nothing left behind.
 */
export async function startDeployed({ world, assembly, mode, clock }: DeployedOptions): Promise<DeployedLab> {
  const { template } = assembly;
  const first = resolver(template, world);
  const custom = customResourcesIn(template, first);
  const makers = functionsIn(assembly, first, world, (name) => custom.some((one) => one.functionName === name));
  const before: Deployment = {
    functions: makers,
    rules: [],
    monitor: '',
    tables: tablesIn(template, first, world),
  };
  const lab = await startLab({ mode, clock, world, deployment: before });
  const made = new Map<string, CustomResource>();
  try {
    for (const { functionName, request } of custom) {
      const ask = (event: unknown) => lab.invoke(functionName, event);
      made.set(request.logicalId, await askCustomResource({ ...request, type: 'Create' }, ask));
    }
    const resolve = resolver(template, world, (id) => made.get(id)?.attributes);
    const functions = functionsIn(assembly, resolve, world);
    const rules = rulesIn(template, resolve, world);
    lab.deploy({ ...before, functions, rules, monitor: scheduled(rules) });
    await lab.apply(withProbers(world, functions));
    await putAlarms(template, resolve, lab.url, world);
  } catch (error) {
    await lab.close();
    throw error;
  }
  const remove = async () => {
    lab.deploy(before);
    for (const { functionName, request } of custom.toReversed()) {
      const { physicalId } = made.get(request.logicalId) ?? {};
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
