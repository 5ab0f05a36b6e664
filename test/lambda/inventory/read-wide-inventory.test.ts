import { expect, it } from 'vitest';
import type { World } from '../../../lab/world/world.ts';
import { readActions } from '../../../lambda/actions.ts';
import { type Fact, known } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { readWorld } from './read-world.ts';
import { shopVpc, wideWorld } from './wide-world.ts';

function idsOf(fact: Fact<readonly { readonly id: string }[]>): readonly string[] | string {
  return fact.known ? fact.value.map((one) => one.id) : fact.kind;
}

it('counts what the endpoint counts, and needs the IAM actions that are listed', async () => {
  const { clients, calls } = await readWorld(wideWorld(), { vpcIds: 'all' });
  expect(clients.calls).toEqual(calls);
  expect(Object.keys(calls).sort()).toEqual([...readActions].sort());
});

/** One round more for the two VPCs behind, one call of each kind that leads there, and the lists on the way. */
const WIDE_CALLS = {
  'ec2:DescribeInstanceStatus': 1,
  'ec2:DescribeInstances': 1,
  'ec2:DescribeManagedPrefixLists': 1,
  'ec2:DescribeNetworkAcls': 2,
  'ec2:DescribeNetworkInterfaces': 2,
  'ec2:DescribeRouteTables': 2,
  'ec2:DescribeSecurityGroupRules': 1,
  'ec2:DescribeSecurityGroups': 2,
  'ec2:DescribeStaleSecurityGroups': 1,
  'ec2:DescribeSubnets': 2,
  'ec2:DescribeTransitGatewayAttachments': 1,
  'ec2:DescribeTransitGatewayRouteTables': 1,
  'ec2:DescribeTransitGatewayVpcAttachments': 1,
  'ec2:DescribeTransitGateways': 1,
  'ec2:DescribeVpcPeeringConnections': 1,
  'ec2:DescribeVpcs': 2,
  'ec2:GetManagedPrefixListEntries': 2,
  'ec2:SearchTransitGatewayRoutes': 1,
};

it('follows routes to targets over a peering and a transit gateway, and asks for nothing else', async () => {
  const wide = wideWorld();
  const world: World = {
    ...wide,
    // What the internet comes in by is asked for where a load balancer faces it.
    loadBalancers: wide.loadBalancers.map((one) => ({ ...one, scheme: 'internal' })),
    // The rules of groups that stand on the way: that of the host behind the peering names the prefix list.
    securityGroupRules: wide.securityGroupRules.map((rule) =>
      rule.id === 'sgr-offices' || rule.id === 'sgr-gone' ? { ...rule, groupId: 'sg-peered' } : rule,
    ),
  };
  const { inventory, clients } = await readWorld(world);
  expect(idsOf(inventory.vpcs)).toEqual([shopVpc, 'vpc-peered', 'vpc-attached']);
  expect(idsOf(inventory.networkInterfaces)).toEqual(expect.arrayContaining(['eni-peered', 'eni-attached']));
  expect(idsOf(inventory.instances)).toEqual(expect.arrayContaining(['i-peered', 'i-attached']));
  expect(inventory).toMatchObject({
    peerings: known(world.peerings),
    transitGateways: known(world.transitGateways),
    transitGatewayAttachments: known(world.transitGatewayAttachments),
    transitGatewayRouteTables: known(
      world.transitGatewayRouteTables.map((one) => ({ ...one, routes: known(one.routes) })),
    ),
    staleSecurityGroups: known([]),
    securityGroupVpcAssociations: known([]),
    vpcEndpoints: { known: false, kind: 'not-asked' },
    natGateways: known([]),
  });
  expect(inventory.prefixLists).toEqual(
    known([
      { id: 'pl-s3', name: 'com.amazonaws.eu-west-1.s3', cidrs: known(['3.5.64.0/21']) },
      { id: 'pl-offices', name: 'offices', cidrs: known(['192.0.2.0/24', '198.51.100.0/24']) },
    ]),
  );
  expect(clients.calls).toMatchObject(WIDE_CALLS);
  const ofEc2 = Object.keys(clients.calls).filter((name) => name.startsWith('ec2:'));
  expect(ofEc2.sort()).toEqual(Object.keys(WIDE_CALLS));
});

const WHOLE_KINDS: readonly (keyof Inventory & keyof World)[] = [
  'vpcs',
  'subnets',
  'securityGroups',
  'networkInterfaces',
  'instances',
  'peerings',
  'staleSecurityGroups',
  'securityGroupVpcAssociations',
  'transitGateways',
  'transitGatewayAttachments',
  'natGateways',
  'internetGateways',
  'vpcEndpoints',
  'blockPublicAccess',
];

it.each(WHOLE_KINDS)('reads all %s of an account as they were declared', async (kind) => {
  const world = wideWorld();
  const { inventory } = await readWorld(world, { vpcIds: 'all' });
  const [declared, got] = [world[kind], inventory[kind] as Fact<unknown>];
  expect(got).toEqual(known(Array.isArray(declared) ? expect.arrayContaining(declared) : declared));
  if (Array.isArray(declared)) expect((got as { value: unknown[] }).value).toHaveLength(declared.length);
});

it('reads the VPCs that were named and those that routes lead to from there, without any load balancer', async () => {
  const world = { ...wideWorld(), loadBalancers: [], listeners: [], rules: [], targetGroups: [], registrations: {} };
  const { inventory } = await readWorld(world, { vpcIds: ['vpc-attached'] });
  expect(inventory.loadBalancers).toEqual([]);
  expect(idsOf(inventory.vpcs)).toEqual(['vpc-attached', shopVpc]);
  expect(idsOf(inventory.instances)).toEqual(expect.arrayContaining(['i-attached', world.instances[0]?.id]));
  expect(idsOf(inventory.peerings)).toEqual(['pcx-peered', 'pcx-idle']);
});

it('reads nothing of EC2 where the list of all VPCs is forbidden, since it would be short', async () => {
  const world = { ...wideWorld(), forbidden: ['ec2:DescribeVpcs'] };
  const { inventory } = await readWorld(world, { vpcIds: 'all' });
  expect(inventory.vpcs).toMatchObject({ known: false, kind: 'forbidden' });
  expect(inventory.subnets).toMatchObject({ known: false, kind: 'not-asked' });
  expect(inventory.loadBalancers).toHaveLength(world.loadBalancers.length);
});

const FORBIDDEN = readActions.filter((action) => action !== 'elasticloadbalancing:DescribeLoadBalancers');

it.each(FORBIDDEN)('goes on without %s, and says that it is missing', async (action) => {
  const world = { ...wideWorld(), forbidden: [action] };
  const { inventory } = await readWorld(world, { vpcIds: 'all' });
  const text = JSON.stringify(inventory);
  expect(text).toContain(`"kind":"forbidden","reason":"the caller may not call ${action}`);
  expect(text).not.toContain('"kind":"failed"');
  expect(inventory.loadBalancers).toHaveLength(world.loadBalancers.length);
});
