import { expect, it } from 'vitest';
import { readNetwork } from '../../../lambda/inventory/read-network.ts';
import type { Surroundings } from '../../../lambda/inventory/surroundings.ts';
import { namedError } from './named-error.ts';
import { type Asked, stubClients } from './stub-clients.ts';

const GROUP = { GroupId: 'sg-of-vpc', GroupName: 'web', VpcId: 'vpc-1', OwnerId: '12' };
const INTERFACE = {
  NetworkInterfaceId: 'eni-1',
  InterfaceType: 'interface',
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  AvailabilityZone: 'eu-west-1a',
  Status: 'in-use',
  Groups: [{ GroupId: 'sg-worn' }],
};
const ANSWER = {
  Vpcs: [],
  Subnets: [],
  SecurityGroups: [GROUP],
  SecurityGroupRules: [],
  NetworkAcls: [],
  RouteTables: [],
  NetworkInterfaces: [INTERFACE],
  Reservations: [],
};
const BALANCER: Surroundings['callers'][number] = {
  ...{ arn: 'arn:x:loadbalancer/app/x/1', securityGroups: ['sg-of-balancer'], zones: [] },
  scheme: 'internal',
};
const AROUND: Surroundings = {
  vpcIds: ['vpc-1', 'vpc-1', 'vpc-2'],
  vpcs: null,
  whole: false,
  callers: [BALANCER],
  targetIds: ['i-1'],
};

function filtersOf(asked: readonly Asked[], command: string): unknown {
  return asked.filter((one) => one.command === command).map((one) => one.input['Filters']);
}

it.each([
  'DescribeVpcs',
  'DescribeSubnets',
  'DescribeNetworkAcls',
  'DescribeRouteTables',
  'DescribeSecurityGroups',
  'DescribeNetworkInterfaces',
])('asks %s once, by VPC', async (command) => {
  const { clients, asked } = stubClients(() => ANSWER);
  await readNetwork(clients, AROUND);
  expect(filtersOf(asked, command)).toEqual([[{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }]]);
});

it('asks for instances by filter, since ids as such cannot be paged', async () => {
  const { clients, asked } = stubClients(() => ANSWER);
  await readNetwork(clients, AROUND);
  expect(filtersOf(asked, 'DescribeInstances')).toEqual([[{ Name: 'instance-id', Values: ['i-1'] }]]);
  expect(asked.filter((one) => 'InstanceIds' in one.input)).toEqual([]);
});

it.each([
  { forbidden: 'none', groups: ['sg-of-balancer', 'sg-of-vpc', 'sg-worn'] },
  { forbidden: 'DescribeSecurityGroups', groups: ['sg-of-balancer', 'sg-worn'] },
  { forbidden: 'DescribeNetworkInterfaces', groups: ['sg-of-balancer', 'sg-of-vpc'] },
])('asks for the rules of every group that it knows of (forbidden: $forbidden)', async ({ forbidden, groups }) => {
  const { clients, asked } = stubClients(({ command }) => {
    if (command === forbidden) throw namedError('UnauthorizedOperation');
    return ANSWER;
  });
  const { securityGroupRules } = await readNetwork(clients, AROUND);
  expect(filtersOf(asked, 'DescribeSecurityGroupRules')).toEqual([[{ Name: 'group-id', Values: groups }]]);
  expect(securityGroupRules).toEqual({ known: true, value: [] });
});

it('asks for rules in batches of 200 groups', async () => {
  const { clients, asked } = stubClients(() => ANSWER);
  const many = Array.from({ length: 450 }, (_, index) => `sg-${index}`);
  await readNetwork(clients, { ...AROUND, callers: [{ ...BALANCER, securityGroups: many }] });
  const sizes = asked
    .filter((one) => one.command === 'DescribeSecurityGroupRules')
    .map((one) => (one.input['Filters'] as { Values: string[] }[])[0]?.Values.length);
  expect(sizes).toEqual([200, 200, 52]);
});

it('asks nothing where there is nothing to ask for', async () => {
  const { clients, asked } = stubClients(() => ANSWER);
  const network = await readNetwork(clients, { ...AROUND, vpcIds: [], targetIds: [], callers: [] });
  expect(asked).toEqual([]);
  expect(network.subnets).toEqual({ known: true, value: [] });
});

it('asks for the ranges of a prefix list by which a load balancer admits its clients', async () => {
  const rule = {
    ...{ SecurityGroupRuleId: 'sgr-1', GroupId: 'sg-of-balancer', GroupOwnerId: '12', IsEgress: false },
    ...{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, PrefixListId: 'pl-1' },
  };
  const { clients, asked } = stubClients(() => ({
    ...ANSWER,
    SecurityGroupRules: [rule],
    PrefixLists: [{ PrefixListId: 'pl-1', PrefixListName: 'partners' }],
    Entries: [{ Cidr: '192.0.2.0/24' }],
  }));
  const { prefixLists } = await readNetwork(clients, AROUND);
  expect(asked.filter(({ command }) => command === 'GetManagedPrefixListEntries')).toHaveLength(1);
  expect(prefixLists).toMatchObject({ value: [{ id: 'pl-1', cidrs: { value: ['192.0.2.0/24'] } }] });
});
