import { expect, it } from 'vitest';
import { readGroupRelations } from '../../../lambda/inventory/read-group-relations.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { NetworkInterface, SecurityGroup, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { stubClients } from './stub-clients.ts';

const ANSWER = { StaleSecurityGroupSet: [], SecurityGroupVpcAssociations: [] };
const BALANCER = {
  ...{ arn: 'arn:aws:x:loadbalancer/app/web/1', securityGroups: ['sg-lb'], zones: [] },
  scheme: 'internal',
} as const;
const AROUND = { vpcIds: ['vpc-1', 'vpc-2'], vpcs: null, callers: [BALANCER], targetIds: ['i-1'], whole: false };
const GROUPS: readonly SecurityGroup[] = [
  ...['sg-lb', 'sg-app', 'sg-aside'].map((id) => ({ id, name: id, vpcId: 'vpc-1', ownerId: '12' })),
  { id: 'sg-far', name: 'far', vpcId: 'vpc-2', ownerId: '12' },
];
const refused = unknown('forbidden', 'the caller may not', 'ec2:Something');

function rule(groupId: string, egress: boolean, peer: string): SecurityGroupRule {
  const ports = { protocol: 'tcp', fromPort: 80, toPort: 80, description: null };
  const to = { kind: 'security-group', id: peer, ownerId: '12', vpcId: null } as const;
  return { id: `sgr-${groupId}`, groupId, egress, ...ports, peer: to };
}

function wearing(instanceId: string, ...groups: readonly string[]): NetworkInterface {
  return {
    id: `eni-${instanceId}`,
    description: '',
    interfaceType: 'interface',
    vpcId: 'vpc-1',
    subnetId: 'subnet-1',
    zone: 'eu-west-1a',
    status: 'in-use',
    groups,
    addresses: [],
    ipv6Addresses: [],
    attachment: { instanceId, deviceIndex: 0 },
  };
}

const TARGET = wearing('i-1', 'sg-app');

it.each<{ situation: string; rules: SecurityGroupRule[]; whole?: boolean; asked: string[]; kind?: string }>([
  { situation: 'within the VPC', rules: [rule('sg-app', false, 'sg-lb')], asked: [] },
  { situation: 'out of the VPC, by a target', rules: [rule('sg-app', false, 'sg-far')], asked: ['vpc-1'] },
  { situation: 'out of the VPC, by a load balancer', rules: [rule('sg-lb', true, 'sg-far')], asked: ['vpc-1'] },
  { situation: 'to what is not there', rules: [rule('sg-app', false, 'sg-gone')], asked: ['vpc-1'] },
  {
    situation: 'by a group of nobody knows where',
    rules: [rule('sg-app', false, 'sg-lb'), rule('sg-lb', true, 'sg-x')],
    asked: ['vpc-1'],
  },
  {
    situation: 'out of the VPC, but not on the way',
    rules: [rule('sg-app', true, 'sg-far'), rule('sg-aside', false, 'sg-far')],
    asked: [],
    kind: 'not-asked',
  },
  { situation: 'anywhere, in whole VPCs', rules: [rule('sg-aside', false, 'sg-far')], whole: true, asked: ['vpc-1'] },
])('a reference $situation', async ({ rules, whole = false, asked, kind }) => {
  const stub = stubClients(() => ANSWER);
  const read = {
    securityGroups: known(GROUPS),
    securityGroupRules: known(rules),
    networkInterfaces: known([TARGET]),
  };
  const { staleSecurityGroups } = await readGroupRelations(stub.clients, read, { ...AROUND, whole });
  const vpcIds = stub.asked.flatMap((one) => (one.command === 'DescribeStaleSecurityGroups' ? one.input['VpcId'] : []));
  expect(vpcIds).toEqual(asked);
  expect(staleSecurityGroups).toMatchObject(kind === undefined ? { known: true, value: [] } : { known: false, kind });
});

it('asks about every VPC where the groups are not known', async () => {
  const { clients, asked } = stubClients(() => ANSWER);
  const read = {
    securityGroups: refused,
    securityGroupRules: known([rule('sg-app', false, 'sg-lb')]),
    networkInterfaces: known([TARGET]),
  };
  await readGroupRelations(clients, read, AROUND);
  expect(asked.flatMap((one) => one.input['VpcId'] ?? [])).toEqual(['vpc-1', 'vpc-2']);
});

it.each<{ situation: string; interfaces: NetworkInterface[] | null; whole?: boolean; asked: unknown[]; kind?: string }>(
  [
    { situation: 'groups of its own VPC', interfaces: [TARGET], asked: [] },
    { situation: 'a group of another VPC', interfaces: [wearing('i-1', 'sg-app', 'sg-far')], asked: [['vpc-1']] },
    {
      situation: 'a group of another VPC, but is no target',
      interfaces: [TARGET, wearing('i-9', 'sg-far')],
      asked: [],
      kind: 'not-asked',
    },
    { situation: 'anything, in whole VPCs', interfaces: [TARGET], whole: true, asked: [['vpc-1', 'vpc-2']] },
    { situation: 'nobody knows what', interfaces: null, asked: [], kind: 'not-asked' },
  ],
)('an interface that wears $situation', async ({ interfaces, whole = false, asked, kind }) => {
  const stub = stubClients(() => ANSWER);
  const read = {
    securityGroups: known(GROUPS),
    securityGroupRules: known([]),
    networkInterfaces: interfaces === null ? refused : known(interfaces),
  };
  const { securityGroupVpcAssociations } = await readGroupRelations(stub.clients, read, { ...AROUND, whole });
  expect(stub.asked.map((one) => (one.input['Filters'] as { Values: string[] }[])[0]?.Values)).toEqual(asked);
  expect(securityGroupVpcAssociations).toMatchObject(kind === undefined ? { known: true } : { known: false, kind });
});
