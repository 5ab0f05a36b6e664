import { expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory, Listener } from '../../../lambda/model/inventory.ts';
import { unreadOf } from '../../../lambda/report/unread-of.ts';
import { inventory } from './situation.ts';

const refused = unknown('forbidden', 'the caller may not call it', 'ec2:Something');
const unneeded = unknown('not-asked', 'no way needs it');
const [loadBalancer] = inventory.loadBalancers;
const lb = loadBalancer?.arn ?? '';
const [targetGroup] = inventory.targetGroups.known ? inventory.targetGroups.value : [];
const listener: Listener = { arn: 'l-1', loadBalancerArn: lb, protocol: 'HTTP', port: 80, defaultActions: [] };

it.each<[string, Partial<Inventory>, readonly string[]]>([
  ['everything read', {}, []],
  ['target groups', { targetGroups: refused }, ['target groups']],
  ['listeners', { listeners: { [lb]: refused } }, ['listeners of load balancer shop-web']],
  [
    'rules',
    { listeners: { [lb]: known([listener]) }, rules: { 'l-1': refused } },
    ['rules of listener HTTP:80 of load balancer shop-web'],
  ],
  ['rules of a listener that is not known', { rules: { 'l-9': refused } }, ['rules of listener l-9']],
  [
    'what belongs to a load balancer that is not known',
    {
      listeners: { 'lb-9': known([{ ...listener, loadBalancerArn: 'lb-9' }]), 'lb-8': refused },
      rules: { 'l-1': refused },
    },
    ['listeners of load balancer lb-8', 'rules of listener HTTP:80 of load balancer lb-9'],
  ],
  ['target health', { targetHealth: { [targetGroup?.arn ?? '']: refused } }, ['target health of target group web']],
  [
    'target health of a group that is not known',
    { targetGroups: refused, targetHealth: { 'tg-9': refused } },
    ['target groups', 'target health of target group tg-9'],
  ],
  [
    'attributes',
    {
      loadBalancers: inventory.loadBalancers.map((one) => ({ ...one, attributes: refused })),
      targetGroups: known(
        (targetGroup === undefined ? [] : [targetGroup]).map((one) => ({ ...one, attributes: refused })),
      ),
    },
    ['attributes of load balancer shop-web', 'attributes of target group web'],
  ],
  [
    'the network',
    {
      vpcs: refused,
      subnets: refused,
      securityGroups: refused,
      securityGroupRules: refused,
      networkAcls: refused,
      routeTables: refused,
      networkInterfaces: refused,
      instances: refused,
    },
    [
      'VPCs',
      'subnets',
      'security groups',
      'security group rules',
      'network ACLs',
      'route tables',
      'network interfaces',
      'instances',
    ],
  ],
  [
    'what surrounds it',
    {
      instanceStatuses: refused,
      prefixLists: refused,
      peerings: refused,
      staleSecurityGroups: refused,
      securityGroupVpcAssociations: refused,
      transitGateways: refused,
      transitGatewayAttachments: refused,
      transitGatewayRouteTables: refused,
      natGateways: refused,
      internetGateways: refused,
      vpcEndpoints: refused,
      blockPublicAccess: refused,
    },
    [
      'instance statuses',
      'prefix lists',
      'VPC peerings',
      'stale security groups',
      'associations of security groups with VPCs',
      'transit gateways',
      'transit gateway attachments',
      'transit gateway route tables',
      'NAT gateways',
      'internet gateways',
      'VPC endpoints',
      'block public access settings',
    ],
  ],
  [
    'parts of what surrounds it, less what nothing needed',
    {
      prefixLists: known([
        { id: 'pl-1', name: 'offices', cidrs: refused },
        { id: 'pl-2', name: 's3', cidrs: unneeded },
      ]),
      transitGatewayRouteTables: known([
        { id: 'tgw-rtb-1', transitGatewayId: 'tgw-1', routes: refused },
        { id: 'tgw-rtb-2', transitGatewayId: 'tgw-1', routes: unneeded },
      ]),
      internetGateways: unneeded,
    },
    ['entries of prefix list offices', 'routes of transit gateway route table tgw-rtb-1'],
  ],
])('%s', (_, changes, expected) => {
  const unread = unreadOf({ ...inventory, ...changes });
  expect(unread.map(({ what }) => what)).toEqual(expected);
  for (const { reason, action } of unread) {
    expect({ reason, action }).toEqual({ reason: 'the caller may not call it', action: 'ec2:Something' });
  }
});

it('has no action where none would help', () => {
  const [only] = unreadOf({ ...inventory, subnets: unknown('throttled', 'ask later') });
  expect(only).toEqual({ what: 'subnets', reason: 'ask later', action: null });
});
