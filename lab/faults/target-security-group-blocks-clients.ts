import type { RulePeer } from '../../lambda/model/inventory.ts';
import { addressNamed } from '../world/address-named.ts';
import { groupNamed } from '../world/group-named.ts';
import { subnetNamed } from '../world/subnet-named.ts';
import type { World } from '../world/world.ts';
import type { LabFault } from './lab-fault.ts';

/** The targets are to see who their clients are, and admit the load balancer's subnets only: checks pass, users hang. */
export const labFault: LabFault = {
  code: 'target-security-group-blocks-clients',
  breaks:
    'The target group "orders" is made to preserve client addresses, while the group of its targets admits nothing but the subnets internal-a and internal-b.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => addressNamed(world, 'orders-a'),
  change: (world) => ({
    ...world,
    targetGroups: world.targetGroups.map((one) =>
      one.name === 'orders' ? { ...one, attributes: { ...one.attributes, 'preserve_client_ip.enabled': 'true' } } : one,
    ),
    securityGroupRules: world.securityGroupRules.flatMap((rule) =>
      rule.groupId === groupNamed(world, 'orders') && !rule.egress
        ? rangesOf(world).map((peer, index) => ({ ...rule, id: `${rule.id.slice(0, -1)}${index}`, peer }))
        : [rule],
    ),
  }),
};

function rangesOf(world: World): readonly RulePeer[] {
  return ['internal-a', 'internal-b'].map((name) => ({ kind: 'cidr', cidr: subnetNamed(world, name).cidr }));
}
