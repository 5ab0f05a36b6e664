import type { Target } from '../../../lambda/model/inventory.ts';
import { changeWorld } from '../change-world.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { askedGroup } from './asked-group.ts';
import { requiredTargets } from './required-targets.ts';
import { targetKey } from './target-key.ts';

/** `DeregisterTargets`: they drain from now on. A target that is not registered is passed over, as the API Reference says. */
export const deregisterTargets: Operation = {
  action: 'elasticloadbalancing:DeregisterTargets',
  resource: (input) => textOf(input, 'TargetGroupArn') ?? '*',
  run: async (input, { world, sources }) => {
    const group = askedGroup(input, world);
    const keys = new Set(requiredTargets(input).map((target) => targetKey(target, group)));
    const leaves = (target: Target) => keys.has(targetKey(target, group));
    const present = world.registrations[group.arn] ?? [];
    const drained = [...(world.draining[group.arn] ?? []), ...present.filter(leaves)];
    await changeWorld(sources, {
      ...world,
      registrations: { ...world.registrations, [group.arn]: present.filter((target) => !leaves(target)) },
      draining: { ...world.draining, [group.arn]: drained },
    });
    return {};
  },
};
