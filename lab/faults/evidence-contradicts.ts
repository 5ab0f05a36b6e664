import { groupNamed } from '../world/group-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The only world that lies: what its API says of a group is not what its network does. */
export const labFault: LabFault = {
  code: 'evidence-contradicts',
  breaks: 'The AWS API says that the group "api" admits port 9900 alone, while the network goes on to admit 9090.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'api-a'),
  change: (world) => {
    const api = groupNamed(world, 'api');
    const securityGroupRules = world.securityGroupRules.map((rule) =>
      rule.groupId === api && !rule.egress ? { ...rule, fromPort: 9900, toPort: 9900 } : rule,
    );
    return { ...world, securityGroupRules, unenforced: [api] };
  },
};
