import type { RulePeer, SecurityGroupRule } from '../../lambda/model/inventory.ts';
import type { Naming } from './naming.ts';
import type { World } from './world.ts';

/** The id of the security group of this name. */
export function groupId(names: Naming, name: string): string {
  return names.id('sg', name);
}

/** Security groups and their rules: each load balancer may speak to its services, and they admit it. */
export function shopGroups(names: Naming): Pick<World, 'securityGroups' | 'securityGroupRules'> {
  const { vpcId, accountId } = names;
  const anywhere: RulePeer = { kind: 'cidr', cidr: '0.0.0.0/0' };
  const wholeVpc: RulePeer = { kind: 'cidr', cidr: `${names.range}.0.0/16` };
  const group = (name: string): RulePeer => ({
    kind: 'security-group',
    id: groupId(names, name),
    ownerId: accountId,
    vpcId,
  });
  const rule = (name: string, egress: boolean, port: number | null, peer: RulePeer): SecurityGroupRule => ({
    id: names.id('sgr', `${name}/${egress}/${port}`),
    groupId: groupId(names, name),
    egress,
    protocol: port === null ? '-1' : 'tcp',
    fromPort: port,
    toPort: port,
    peer,
    description: null,
  });
  return {
    securityGroups: ['shop-web', 'shop-orders', 'web', 'api', 'orders'].map((name) => ({
      id: groupId(names, name),
      name,
      vpcId,
      ownerId: accountId,
    })),
    securityGroupRules: [
      rule('shop-web', false, 80, anywhere),
      rule('shop-web', true, 8080, group('web')),
      rule('shop-web', true, 9090, group('api')),
      rule('shop-orders', false, 7000, wholeVpc),
      rule('shop-orders', true, 7000, group('orders')),
      rule('web', false, 8080, group('shop-web')),
      rule('api', false, 9090, group('shop-web')),
      rule('orders', false, 7000, group('shop-orders')),
      ...['web', 'api', 'orders'].map((name) => rule(name, true, null, anywhere)),
    ],
  };
}
