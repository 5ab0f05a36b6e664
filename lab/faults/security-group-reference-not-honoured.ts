import { groupNamed } from '../world/group-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The rule is there, on the right port, and names a group that nobody can wear any more: AWS calls it stale. */
export const labFault: LabFault = {
  code: 'security-group-reference-not-honoured',
  breaks:
    'The security group "api" was copied from the old set-up, where the load balancer stood in a peered VPC; that VPC is deleted, and the rule still names its group.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'api-a'),
  change: (world) => {
    const api = groupNamed(world, 'api');
    const { vpcId } = world.securityGroups.find(({ id }) => id === api) ?? { vpcId: '' };
    const securityGroupRules = world.securityGroupRules.map((rule) =>
      rule.groupId === api && !rule.egress ? { ...rule, peer: OLD_BALANCER } : rule,
    );
    const stale = { groupId: api, vpcId, ingressReferences: [OLD_BALANCER.id], egressReferences: [] };
    return { ...world, securityGroupRules, staleSecurityGroups: [...world.staleSecurityGroups, stale] };
  },
};

const OLD_BALANCER = {
  kind: 'security-group',
  id: 'sg-0dead0000000000a1',
  ownerId: null,
  vpcId: 'vpc-0dead0000000000a1',
} as const;
