import type { SecurityGroup, SecurityGroupRule } from '../../lambda/model/inventory.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { World } from '../world/world.ts';
import type { LabFault } from './lab-fault.ts';

/** Nothing is wrong with the shop; one prober of the doctor stands there as somebody else. */
export const labFault: LabFault = {
  code: 'vantage-point-differs',
  breaks: 'The doctor\'s prober in edge-a is deployed with a group of its own, "prober", which no target admits.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => {
    const subnet = world.subnets.find(({ name }) => name === 'edge-a');
    const group = groupOf(world);
    const prober = world.probers.find(({ subnetId }) => subnetId === subnet?.id);
    return {
      ...world,
      securityGroups: [...world.securityGroups, group],
      securityGroupRules: [...world.securityGroupRules, egressOf(group)],
      probers: world.probers.map((one) =>
        one === prober ? { ...one, identity: 'own', securityGroups: [group.id] } : one,
      ),
      networkInterfaces: world.networkInterfaces.map((one) =>
        one.id === prober?.interfaceId ? { ...one, groups: [group.id] } : one,
      ),
    };
  },
};

function groupOf({ vpcs, accountId }: World): SecurityGroup {
  return { id: 'sg-0a11b22c33d44e550', name: 'prober', vpcId: vpcs[0]?.id ?? '', ownerId: accountId };
}

function egressOf({ id }: SecurityGroup): SecurityGroupRule {
  return {
    ...{ id: 'sgr-0a11b22c33d44e550', groupId: id, egress: true, protocol: '-1', fromPort: null, toPort: null },
    peer: { kind: 'cidr', cidr: '0.0.0.0/0' },
    description: null,
  };
}
