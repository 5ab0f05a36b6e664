import { balancerNamed } from '../world/balancer-named.ts';
import { groupNamed } from '../world/group-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The rule is made for the port that targets serve, not for the one that clients dial. */
export const labFault: LabFault = {
  code: 'load-balancer-security-group-blocks-clients',
  breaks: 'Someone tidies the security group "shop-web" and opens port 8080, where the listener\'s port 80 was meant.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => balancerNamed(world, 'shop-web'),
  change: (world) => {
    const web = groupNamed(world, 'shop-web');
    const securityGroupRules = world.securityGroupRules.map((rule) =>
      rule.groupId === web && !rule.egress ? { ...rule, fromPort: 8080, toPort: 8080 } : rule,
    );
    return { ...world, securityGroupRules };
  },
};
