import { balancerNamed } from '../world/balancer-named.ts';
import { targetGroupNamed } from '../world/target-group-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The only group that a rule names gets no share. */
export const labFault: LabFault = {
  code: 'listener-forwards-nowhere',
  breaks:
    'A cutover is broken off half way: the rule for /api/* no longer names the new target group, and gives the old one the weight 0.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => balancerNamed(world, 'shop-web'),
  change: (world) => {
    const { arn } = targetGroupNamed(world, 'api');
    return {
      ...world,
      rules: world.rules.map((rule) =>
        rule.priority === 'default' || !rule.actions.some((one) => one.targetGroups.some((group) => group.arn === arn))
          ? rule
          : { ...rule, actions: [{ type: 'forward', targetGroups: [{ arn, weight: 0 }] }] },
      ),
    };
  },
};
