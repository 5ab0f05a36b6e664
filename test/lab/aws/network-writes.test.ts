import {
  CreateNetworkAclEntryCommand,
  CreateRouteCommand,
  DeleteNetworkAclEntryCommand,
  DeleteRouteCommand,
  type EC2Client,
  ReplaceNetworkAclEntryCommand,
  ReplaceRouteCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { changingEndpoint } from './changing-endpoint.ts';
import { smallWorld } from './small-world.ts';

type Send = (ec2: EC2Client) => Promise<unknown>;

const entry = {
  ...{ NetworkAclId: 'acl-own', RuleNumber: 90, Egress: true, Protocol: '6', RuleAction: 'allow' as const },
  ...{ CidrBlock: '10.0.0.9/24', PortRange: { From: 1024, To: 65_535 } },
};
type Entry = Partial<CreateNetworkAclEntryCommand['input']>;
const create = (changes: Entry = {}): Send => {
  return (ec2) => ec2.send(new CreateNetworkAclEntryCommand({ ...entry, ...changes }));
};
const replace = (changes: Entry = {}): Send => {
  return (ec2) => ec2.send(new ReplaceNetworkAclEntryCommand({ ...entry, ...changes }));
};
const remove = (RuleNumber: number, Egress = false): Send => {
  return (ec2) => ec2.send(new DeleteNetworkAclEntryCommand({ NetworkAclId: 'acl-own', RuleNumber, Egress }));
};

const allowed = { ruleNumber: 90, egress: true, protocol: '6', action: 'allow', cidr: '10.0.0.0/24' };

describe('entries of network ACLs', () => {
  it.each<[string, Send, number[], object]>([
    ['one more', create(), [200, 100, 90], { ...allowed, fromPort: 1024, toPort: 65_535 }],
    ['the same number the other way', create({ RuleNumber: 100 }), [200, 100, 100], { ...allowed, ruleNumber: 100 }],
    [
      'IPv6, a denial, every protocol',
      create({ CidrBlock: undefined, Ipv6CidrBlock: '2001:db8::1/64', Protocol: '-1', RuleAction: 'deny' }),
      [200, 100, 90],
      { protocol: '-1', cidr: '2001:db8::/64', action: 'deny', fromPort: null, toPort: null },
    ],
    [
      'another in its place',
      replace({ RuleNumber: 100, Egress: false }),
      [200, 100],
      { ...allowed, ruleNumber: 100, egress: false },
    ],
    ['one less', remove(100), [200], { ruleNumber: 200, action: 'deny' }],
  ])('%s', async (_what, send, numbers, last) => {
    const { ec2, world, applied } = await changingEndpoint();
    await send(ec2);
    expect(applied).toEqual([world()]);
    const own = world().networkAcls.find(({ id }) => id === 'acl-own');
    expect(own?.entries.map(({ ruleNumber }) => ruleNumber)).toEqual(numbers);
    expect(own?.entries.at(-1)).toMatchObject(last);
    expect(world().networkAcls.filter(({ id }) => id !== 'acl-own')).toEqual(
      smallWorld().networkAcls.filter(({ id }) => id !== 'acl-own'),
    );
  });

  it.each<[Send, string, string | RegExp]>([
    [create({ NetworkAclId: 'acl-0' }), 'InvalidNetworkAclID.NotFound', "The networkAcl ID 'acl-0' does not exist"],
    [
      create({ RuleNumber: 100, Egress: false }),
      'NetworkAclEntryAlreadyExists',
      'The network acl entry identified by 100 already exists.',
    ],
    [replace(), 'InvalidNetworkAclEntry.NotFound', 'no egress entry with number 90'],
    [remove(90), 'InvalidNetworkAclEntry.NotFound', 'no ingress entry with number 90'],
    [remove(32_767), 'InvalidParameterValue', /ruleNumber/],
    [create({ RuleNumber: 0 }), 'InvalidParameterValue', /ruleNumber/],
    [create({ Protocol: 'tcp' }), 'InvalidParameterValue', /protocol/],
    [create({ Protocol: '1' }), 'InvalidParameterValue', /protocol/],
    [create({ RuleAction: 'permit' as 'allow' }), 'InvalidParameterValue', /ruleAction/],
    [create({ PortRange: undefined }), 'MissingParameter', /portRange/],
    [create({ PortRange: { From: 9, To: 8 } }), 'InvalidParameterValue', /port range \(9:8\)/],
    [create({ CidrBlock: undefined }), 'MissingParameter', /CidrBlock/],
    [create({ Ipv6CidrBlock: '::/0' }), 'InvalidParameterCombination', /CidrBlock, Ipv6CidrBlock/],
    [create({ CidrBlock: '10.0.0.0/33' }), 'InvalidParameterValue', 'CIDR block 10.0.0.0/33 is malformed'],
    [create({ IcmpTypeCode: { Type: 8, Code: 0 } }), 'UnknownParameter', /Icmp/],
  ])('refused: %# %s', async (send, name, message) => {
    const { ec2, applied } = await changingEndpoint();
    await expect(send(ec2)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(applied).toEqual([]);
  });

  it('as many as the quota allows, the implicit denial counted', async () => {
    const { ec2 } = await changingEndpoint();
    for (let number = 1; number <= 19; number += 1) await create({ RuleNumber: number })(ec2);
    await expect(create({ RuleNumber: 20 })(ec2)).rejects.toMatchObject({ name: 'NetworkAclEntryLimitExceeded' });
    await create({ RuleNumber: 20, Egress: false })(ec2);
  });
});

type RouteInput = Omit<CreateRouteCommand['input'], 'RouteTableId'>;
const lay = (input: RouteInput): Send => {
  return (ec2) => ec2.send(new CreateRouteCommand({ RouteTableId: 'rtb-main', ...input }));
};
const relay = (input: RouteInput): Send => {
  return (ec2) => ec2.send(new ReplaceRouteCommand({ RouteTableId: 'rtb-main', ...input }));
};
const lift = (destination: string): Send => {
  const input = { RouteTableId: 'rtb-main', DestinationCidrBlock: destination };
  return (ec2) => ec2.send(new DeleteRouteCommand(input));
};
const there = '192.168.0.0/16';

describe('routes', () => {
  const routesOf = ({ routeTables }: ReturnType<typeof smallWorld>) => routeTables[0]?.routes ?? [];

  it.each<[RouteInput, string, string]>([
    [{ DestinationCidrBlock: '192.168.7.7/16', VpcPeeringConnectionId: 'pcx-1' }, there, 'pcx-1'],
    [{ DestinationCidrBlock: there, NatGatewayId: 'nat-1' }, there, 'nat-1'],
    [{ DestinationCidrBlock: '10.0.1.0/24', NetworkInterfaceId: 'eni-web' }, '10.0.1.0/24', 'eni-web'],
    [{ DestinationCidrBlock: there, TransitGatewayId: 'tgw-1' }, there, 'tgw-1'],
  ])('%j', async (input, destination, target) => {
    const { ec2, world, applied } = await changingEndpoint();
    await lay(input)(ec2);
    expect(applied).toEqual([world()]);
    expect(routesOf(world())).toEqual([...routesOf(smallWorld()), { destination, target, state: 'active' }]);
  });

  it('to a peering that is gone is a blackhole; replaced by a living target it is none; deleted it is no more', async () => {
    const dead = smallWorld().peerings.map((peering) => ({ ...peering, status: 'deleted' }));
    const { ec2, world } = await changingEndpoint({ peerings: dead });
    await lay({ DestinationCidrBlock: there, VpcPeeringConnectionId: 'pcx-1' })(ec2);
    expect(routesOf(world()).at(-1)).toMatchObject({ target: 'pcx-1', state: 'blackhole' });
    await relay({ DestinationCidrBlock: there, InstanceId: 'i-web' })(ec2);
    expect(routesOf(world()).at(-1)).toMatchObject({ target: 'i-web', state: 'active' });
    await lift(there)(ec2);
    expect(routesOf(world())).toEqual(routesOf(smallWorld()));
  });

  it.each<[Send, string, string | RegExp]>([
    [
      (ec2) => ec2.send(new DeleteRouteCommand({ RouteTableId: 'rtb-0', DestinationCidrBlock: there })),
      'InvalidRouteTableID.NotFound',
      "The routeTable ID 'rtb-0' does not exist",
    ],
    [
      lay({ DestinationCidrBlock: '172.16.0.0/12', VpcPeeringConnectionId: 'pcx-1' }),
      'RouteAlreadyExists',
      'The route identified by 172.16.0.0/12 already exists.',
    ],
    [
      relay({ DestinationCidrBlock: there, VpcPeeringConnectionId: 'pcx-1' }),
      'InvalidParameterValue',
      `There is no route defined for '${there}' in the route table. Use CreateRoute instead.`,
    ],
    [lift(there), 'InvalidRoute.NotFound', `no route with destination-cidr-block ${there} in route table rtb-main`],
    [lift('10.0.0.0/16'), 'InvalidParameterValue', /cannot remove local route/],
    [lay({ VpcPeeringConnectionId: 'pcx-1' }), 'MissingParameter', /DestinationCidrBlock/],
    [lay({ DestinationCidrBlock: there }), 'MissingParameter', /GatewayId/],
    [
      lay({ DestinationCidrBlock: there, NatGatewayId: 'nat-1', InstanceId: 'i-web' }),
      'InvalidParameterCombination',
      /NatGatewayId, InstanceId/,
    ],
    [lay({ DestinationCidrBlock: there, GatewayId: 'igw-0' }), 'InvalidGatewayID.NotFound', /'igw-0' does not exist/],
    [
      lay({ DestinationCidrBlock: there, VpcPeeringConnectionId: 'pcx-0' }),
      'InvalidVpcPeeringConnectionID.NotFound',
      /pcx-0/,
    ],
    [
      lay({ DestinationCidrBlock: there, InstanceId: 'i-gone' }),
      'InvalidParameterValue',
      /belong to different networks/,
    ],
    [
      lay({ DestinationCidrBlock: '10.0.1.0/24', VpcPeeringConnectionId: 'pcx-1' }),
      'InvalidParameterValue',
      /more specific than one of this VPC's CIDR blocks/,
    ],
    [lay({ DestinationPrefixListId: 'pl-0', NatGatewayId: 'nat-1' }), 'InvalidPrefixListID.NotFound', /pl-0/],
    [lay({ DestinationCidrBlock: there, CarrierGatewayId: 'cagw-1' }), 'UnknownParameter', /CarrierGatewayId/],
  ])('refused: %# %s', async (send, name, message) => {
    const { ec2, applied } = await changingEndpoint();
    await expect(send(ec2)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(applied).toEqual([]);
  });
});
