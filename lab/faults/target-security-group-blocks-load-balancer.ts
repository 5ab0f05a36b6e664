import { groupNamed } from '../world/group-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The rule that admitted the load balancer is there still, on another port. */
export const labFault: LabFault = {
  code: 'target-security-group-blocks-load-balancer',
  breaks: 'Someone tidies the security group "api" and types port 9900 where 9090 was meant.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'api-a'),
  change: (world) => {
    const api = groupNamed(world, 'api');
    const securityGroupRules = world.securityGroupRules.map((rule) =>
      rule.groupId === api && !rule.egress ? { ...rule, fromPort: 9900, toPort: 9900 } : rule,
    );
    return { ...world, securityGroupRules };
  },
};
