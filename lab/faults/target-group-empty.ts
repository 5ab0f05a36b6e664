import { targetGroupNamed } from '../world/target-group-named.ts';
import type { LabFault } from './lab-fault.ts';

/** All targets were taken out; their processes still finish what they have. */
export const labFault: LabFault = {
  code: 'target-group-empty',
  breaks:
    'A deploy takes every target of api out of its target group before it has registered the new ones, and stops there.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => targetGroupNamed(world, 'api').arn,
  change: (world) => {
    const { arn } = targetGroupNamed(world, 'api');
    return {
      ...world,
      registrations: { ...world.registrations, [arn]: [] },
      draining: { ...world.draining, [arn]: world.registrations[arn] ?? [] },
    };
  },
};
