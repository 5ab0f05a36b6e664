import { expect, it } from 'vitest';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { World } from '../../../lab/world/world.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { NetworkAcl } from '../../../lambda/model/inventory.ts';
import { healthOf } from './health-of.ts';
import { readWorld } from './read-world.ts';

const world = healthyWorld();
const IMPLICIT_DENY = {
  ruleNumber: 32767,
  protocol: '-1',
  action: 'deny',
  cidr: '0.0.0.0/0',
  fromPort: null,
  toPort: null,
};
/** Registered by id or by address. */
function registeredInstances({ instances, registrations }: World): World['instances'] {
  const registered = new Set(Object.values(registrations).flatMap((targets) => targets.map((one) => one.id)));
  return instances.filter((one) => registered.has(one.id) || registered.has(one.primaryAddress ?? ''));
}

/** AWS adds the implicit denies, and writes all ports of TCP as 0 to 65535. */
function aclInAws(acl: NetworkAcl): unknown {
  const denies = [true, false].map((egress) => ({ ...IMPLICIT_DENY, egress }));
  const declared = acl.entries.map((entry) =>
    entry.protocol === '6' && entry.fromPort === null ? { ...entry, fromPort: 0, toPort: 65535 } : entry,
  );
  return { ...acl, entries: expect.arrayContaining([...declared, ...denies]) };
}

/**
 * What a check of the shop takes, one of whose load balancers faces the internet: one VPC, two load balancers with a listener
 * each, three target groups.
 */
const CHECK = {
  'ec2:DescribeInstanceStatus': 1,
  'ec2:DescribeInstances': 1,
  'ec2:DescribeInternetGateways': 1,
  'ec2:DescribeNetworkAcls': 1,
  'ec2:DescribeNetworkInterfaces': 1,
  'ec2:DescribeRouteTables': 1,
  'ec2:DescribeSecurityGroupRules': 1,
  'ec2:DescribeSecurityGroups': 1,
  'ec2:DescribeSubnets': 1,
  'ec2:DescribeVpcBlockPublicAccessOptions': 1,
  'ec2:DescribeVpcs': 1,
  'elasticloadbalancing:DescribeListeners': 2,
  'elasticloadbalancing:DescribeLoadBalancerAttributes': 2,
  'elasticloadbalancing:DescribeLoadBalancers': 1,
  'elasticloadbalancing:DescribeRules': 2,
  'elasticloadbalancing:DescribeTargetGroupAttributes': 3,
  'elasticloadbalancing:DescribeTargetGroups': 1,
  'elasticloadbalancing:DescribeTargetHealth': 3,
};

it('reads a world as it was declared', async () => {
  const { inventory } = await readWorld(world);
  expect(inventory).toMatchObject({
    schemaVersion: 1,
    readAt: '2026-03-01T12:00:00.000Z',
    loadBalancers: world.loadBalancers.map((one) => ({ ...one, attributes: known(one.attributes) })),
    vpcs: known(world.vpcs),
    subnets: known(world.subnets),
    securityGroups: known(world.securityGroups),
    routeTables: known(world.routeTables),
    networkInterfaces: known(world.networkInterfaces),
  });
  expect(inventory.targetGroups).toEqual(
    known(world.targetGroups.map((one) => ({ ...one, attributes: known(one.attributes) }))),
  );
  expect(inventory.securityGroupRules).toEqual(known(expect.arrayContaining([...world.securityGroupRules])));
  expect(inventory.instances).toEqual(known(registeredInstances(world)));
  expect(inventory.targetHealth).toEqual(
    Object.fromEntries(Object.entries(healthOf(world)).map(([arn, health]) => [arn, known(health)])),
  );
  expect(inventory.networkAcls).toEqual(known(world.networkAcls.map(aclInAws)));
  for (const { arn } of world.loadBalancers) {
    expect(inventory.listeners[arn]).toEqual(known(world.listeners.filter((one) => one.loadBalancerArn === arn)));
  }
  for (const { arn } of world.listeners) {
    const declared = world.rules.filter((one) => one.listenerArn === arn && one.priority !== 'default');
    expect(inventory.rules[arn]).toEqual(known(expect.arrayContaining(declared)));
  }
});

it('takes the least number of calls for a check of the shop', async () => {
  const { clients, calls } = await readWorld(world);
  expect(clients.calls).toEqual(CHECK);
  expect(calls).toEqual(CHECK);
  expect(Object.values(CHECK).reduce((sum, count) => sum + count)).toBe(25);
});

it('says of a check which kinds nobody asked for, and which no route or rule names', async () => {
  const { inventory } = await readWorld(world);
  expect(inventory.instanceStatuses).toEqual(known(world.instanceStatuses));
  const nothing = known([]);
  expect(inventory).toMatchObject({
    prefixLists: nothing,
    peerings: nothing,
    staleSecurityGroups: nothing,
    securityGroupVpcAssociations: nothing,
    transitGateways: nothing,
    transitGatewayAttachments: nothing,
    transitGatewayRouteTables: nothing,
    natGateways: nothing,
    vpcEndpoints: nothing,
    internetGateways: known(world.internetGateways),
    blockPublicAccess: known(world.blockPublicAccess),
  });
});

it('does not ask for what lets the internet in where no load balancer faces it', async () => {
  const { inventory } = await readWorld(world, { names: ['shop-orders'] });
  expect(inventory).toMatchObject({
    internetGateways: { known: false, kind: 'not-asked' },
    blockPublicAccess: { known: false, kind: 'not-asked' },
  });
});

it('notes where it dialled', async () => {
  const { clients, url } = await readWorld(world);
  expect(clients.dialled).toEqual({ ec2: url, elasticloadbalancing: url });
});

it('reads only what belongs to the load balancers that were named', async () => {
  const [, named] = world.loadBalancers;
  const { inventory } = await readWorld(world, { names: [named?.name ?? ''] });
  expect(inventory.loadBalancers.map((one) => one.arn)).toEqual([named?.arn]);
  expect(Object.keys(inventory.listeners)).toEqual([named?.arn]);
  const groups = inventory.targetGroups.known ? inventory.targetGroups.value : [];
  expect(groups.map((one) => one.loadBalancerArns)).toEqual(groups.map(() => [named?.arn]));
  expect(Object.keys(inventory.targetHealth)).toEqual(groups.map((one) => one.arn));
});

it('throws where the load balancers themselves are forbidden, naming the action', async () => {
  const refused = { ...world, forbidden: ['elasticloadbalancing:DescribeLoadBalancers'] };
  await expect(readWorld(refused)).rejects.toMatchObject({
    name: 'CannotCheck',
    message: expect.stringContaining('Allow the IAM action elasticloadbalancing:DescribeLoadBalancers'),
  });
});

it('does not ask for instances where nobody knows which are registered', async () => {
  const refused = { ...world, forbidden: ['elasticloadbalancing:DescribeTargetGroups'] };
  const { inventory, calls } = await readWorld(refused);
  expect(inventory.instances).toMatchObject({ known: false, kind: 'not-asked' });
  expect(inventory.instanceStatuses).toMatchObject({ known: false, kind: 'not-asked' });
  expect(calls['ec2:DescribeInstances']).toBeUndefined();
});

it('names the load balancers that are known when one is not', async () => {
  await expect(readWorld(world, { names: ['shop-wbe'] })).rejects.toMatchObject({
    name: 'CannotCheck',
    message: 'There is no load balancer "shop-wbe" in eu-west-1; there are: shop-web, shop-orders.',
  });
});
