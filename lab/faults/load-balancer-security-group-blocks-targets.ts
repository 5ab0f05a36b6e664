import { groupNamed } from '../world/group-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The load balancer may no longer speak to one of the two services behind it. */
export const labFault: LabFault = {
  code: 'load-balancer-security-group-blocks-targets',
  breaks: 'A deploy rewrites the egress of the load balancer\'s group "shop-web" and forgets port 8080.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => {
    const balancer = groupNamed(world, 'shop-web');
    const securityGroupRules = world.securityGroupRules.filter(
      (rule) => !(rule.groupId === balancer && rule.egress && rule.fromPort === 8080),
    );
    return { ...world, securityGroupRules };
  },
};
