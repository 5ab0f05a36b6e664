import { targetGroupNamed } from '../world/target-group-named.ts';
import { withOwners } from '../world/with-owners.ts';
import type { LabFault } from './lab-fault.ts';

/** The rule that led to the group is gone; the group and its targets stay. */
export const labFault: LabFault = {
  code: 'target-group-unused',
  breaks: 'Someone who tidies up deletes the rule for /api/*, and leaves the target group api and its servers.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => targetGroupNamed(world, 'api').arn,
  change: (world) => {
    const { arn } = targetGroupNamed(world, 'api');
    const rules = world.rules.filter(
      ({ actions }) => !actions.some(({ targetGroups }) => targetGroups.some((one) => one.arn === arn)),
    );
    return withOwners({ ...world, rules });
  },
};
