import {
  DescribeInstancesCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type EC2Client,
  type Filter,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

type Ask = (ec2: EC2Client, Filters: Filter[]) => Promise<readonly (string | undefined)[] | undefined>;

const asks = {
  vpcs: async (ec2, Filters) => (await ec2.send(new DescribeVpcsCommand({ Filters }))).Vpcs?.map((one) => one.VpcId),
  subnets: async (ec2, Filters) =>
    (await ec2.send(new DescribeSubnetsCommand({ Filters }))).Subnets?.map((one) => one.SubnetId),
  groups: async (ec2, Filters) =>
    (await ec2.send(new DescribeSecurityGroupsCommand({ Filters }))).SecurityGroups?.map((one) => one.GroupId),
  rules: async (ec2, Filters) =>
    (await ec2.send(new DescribeSecurityGroupRulesCommand({ Filters }))).SecurityGroupRules?.map(
      (one) => one.SecurityGroupRuleId,
    ),
  acls: async (ec2, Filters) =>
    (await ec2.send(new DescribeNetworkAclsCommand({ Filters }))).NetworkAcls?.map((one) => one.NetworkAclId),
  tables: async (ec2, Filters) =>
    (await ec2.send(new DescribeRouteTablesCommand({ Filters }))).RouteTables?.map((one) => one.RouteTableId),
  interfaces: async (ec2, Filters) =>
    (await ec2.send(new DescribeNetworkInterfacesCommand({ Filters }))).NetworkInterfaces?.map(
      (one) => one.NetworkInterfaceId,
    ),
  instances: async (ec2, Filters) =>
    (await ec2.send(new DescribeInstancesCommand({ Filters }))).Reservations?.flatMap((one) =>
      one.Instances?.map(({ InstanceId }) => InstanceId),
    ),
} satisfies Record<string, Ask>;

const filter = (name: string, ...values: string[]): Filter => ({ Name: name, Values: values });

describe('filters of EC2', () => {
  it.each<[keyof typeof asks, Filter[], string[]]>([
    ['vpcs', [filter('cidr-block-association.cidr-block', '10.1.0.0/16')], ['vpc-1']],
    ['subnets', [filter('vpc-id', 'vpc-1')], ['subnet-a', 'subnet-b', 'subnet-c']],
    [
      'subnets',
      [filter('vpc-id', 'vpc-1', 'vpc-2'), filter('availability-zone', 'eu-west-1a')],
      ['subnet-a', 'subnet-z'],
    ],
    ['subnets', [filter('tag:Name', 'shop b*')], ['subnet-b']],
    ['subnets', [filter('tag:Owner', '*')], []],
    ['subnets', [filter('tag-key', 'Name'), filter('subnet-id', 'subnet-?')], ['subnet-a', 'subnet-b', 'subnet-c']],
    ['subnets', [filter('subnet-id', 'subnet-\\?')], []],
    ['subnets', [filter('subnet-id', 'subnet.a')], []],
    ['groups', [filter('ip-permission.group-id', 'sg-lb')], ['sg-web']],
    ['groups', [filter('egress.ip-permission.protocol', '-1')], ['sg-web']],
    ['rules', [filter('group-id', 'sg-lb')], ['sgr-6', 'sgr-7']],
    ['acls', [filter('association.subnet-id', 'subnet-c')], ['acl-default']],
    ['acls', [filter('default', 'true'), filter('vpc-id', 'vpc-2')], ['acl-second']],
    ['tables', [filter('association.subnet-id', 'subnet-a')], []],
    ['tables', [filter('association.main', 'true')], ['rtb-main']],
    ['interfaces', [filter('addresses.private-ip-address', '10.0.0.11', '10.0.1.20')], ['eni-web', 'eni-lb-b']],
    ['interfaces', [filter('description', 'ELB app/*')], ['eni-lb-a', 'eni-lb-b']],
    ['interfaces', [filter('attachment.instance-id', 'i-web')], ['eni-web']],
    ['interfaces', [filter('group-id', 'sg-lb'), filter('subnet-id', 'subnet-b')], ['eni-lb-b']],
    ['instances', [filter('instance-state-name', 'running')], ['i-web']],
    ['instances', [filter('instance-id', 'i-gone')], ['i-gone']],
  ])('%s by %j', async (noun, filters, ids) => {
    const { ec2 } = await smallEndpoint();
    expect(await asks[noun](ec2, filters)).toEqual(ids);
  });

  it.each(Object.keys(asks) as (keyof typeof asks)[])('one that %s do not have is refused', async (noun) => {
    const { ec2 } = await smallEndpoint();
    await expect(asks[noun](ec2, [filter('constructor', 'x')])).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: "The filter 'constructor' is invalid",
    });
  });

  it('more than 200 values are refused, 200 are not', async () => {
    const { ec2 } = await smallEndpoint();
    const ids = Array.from({ length: 200 }, (_, index) => `subnet-${index}`);
    expect(await asks.subnets(ec2, [filter('subnet-id', ...ids)])).toEqual([]);
    await expect(asks.subnets(ec2, [filter('subnet-id', ...ids, 'subnet-a')])).rejects.toMatchObject({
      name: 'FilterLimitExceeded',
    });
  });
});

describe('ids of EC2', () => {
  it.each([
    [new DescribeVpcsCommand({ VpcIds: ['vpc-0'] }), 'InvalidVpcID.NotFound', "The vpc ID 'vpc-0' does not exist"],
    [
      new DescribeSubnetsCommand({ SubnetIds: ['subnet-a', 'subnet-0'] }),
      'InvalidSubnetID.NotFound',
      "The subnet ID 'subnet-0' does not exist",
    ],
    [
      new DescribeSecurityGroupsCommand({ GroupIds: ['sg-0'] }),
      'InvalidGroup.NotFound',
      "The security group 'sg-0' does not exist",
    ],
    [
      new DescribeSecurityGroupRulesCommand({ SecurityGroupRuleIds: ['sgr-0'] }),
      'InvalidSecurityGroupRuleId.NotFound',
      "The security group rule ID 'sgr-0' does not exist",
    ],
    [
      new DescribeNetworkAclsCommand({ NetworkAclIds: ['acl-0'] }),
      'InvalidNetworkAclID.NotFound',
      "The networkAcl ID 'acl-0' does not exist",
    ],
    [
      new DescribeRouteTablesCommand({ RouteTableIds: ['rtb-0'] }),
      'InvalidRouteTableID.NotFound',
      "The routeTable ID 'rtb-0' does not exist",
    ],
    [
      new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: ['eni-0'] }),
      'InvalidNetworkInterfaceID.NotFound',
      "The networkInterface ID 'eni-0' does not exist",
    ],
    [
      new DescribeInstancesCommand({ InstanceIds: ['i-0'] }),
      'InvalidInstanceID.NotFound',
      "The instance ID 'i-0' does not exist",
    ],
    [
      new DescribeInstancesCommand({ InstanceIds: ['i-web'], MaxResults: 5 }),
      'InvalidParameterCombination',
      'The parameter instancesSet cannot be used with the parameter maxResults',
    ],
    [
      new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: ['eni-web'], MaxResults: 5 }),
      'InvalidParameterCombination',
      'The parameter networkInterfaceIdSet cannot be used with the parameter maxResults',
    ],
    [
      new DescribeSecurityGroupsCommand({ GroupNames: ['web'] }),
      'UnknownParameter',
      'The parameter GroupName is not recognized',
    ],
    [
      new DescribeSubnetsCommand({ DryRun: true }),
      'DryRunOperation',
      'Request would have succeeded, but DryRun flag is set.',
    ],
  ])('%#: refused as %s', async (command, name, message) => {
    const { ec2 } = await smallEndpoint();
    await expect(ec2.send(command as DescribeVpcsCommand)).rejects.toMatchObject({ name, message });
  });
});

describe('pages of EC2', () => {
  const subnet = smallWorld().subnets[0];
  const many = () => {
    if (subnet === undefined) throw new Error('the small world has a subnet');
    return smallWorld({ subnets: Array.from({ length: 13 }, (_, index) => ({ ...subnet, id: `subnet-${index}` })) });
  };

  it('hold everything once, in order, and the last has no token', async () => {
    const { ec2 } = await smallEndpoint({ world: many });
    const pages: (string | undefined)[][] = [];
    let NextToken: string | undefined;
    do {
      const page = await ec2.send(new DescribeSubnetsCommand({ MaxResults: 5, NextToken }));
      pages.push((page.Subnets ?? []).map(({ SubnetId }) => SubnetId));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 3]);
    expect(pages.flat()).toEqual(many().subnets.map(({ id }) => id));
  });

  it('come all at once when no size is given', async () => {
    const { ec2 } = await smallEndpoint({ world: many });
    const page = await ec2.send(new DescribeSubnetsCommand({}));
    expect(page.Subnets).toHaveLength(13);
    expect(page.NextToken).toBeUndefined();
  });

  it('are cut after filters were applied', async () => {
    const { ec2 } = await smallEndpoint({ world: many });
    const Filters = [filter('subnet-id', 'subnet-1?')];
    const page = await ec2.send(new DescribeSubnetsCommand({ MaxResults: 5, Filters }));
    expect(page.Subnets).toHaveLength(3);
    expect(page.NextToken).toBeUndefined();
  });

  it.each(['', 'garbage', 'LTE', Buffer.from('DescribeVpcs:5').toString('base64url')])(
    'a token that was never given (%j) is refused',
    async (NextToken) => {
      const { ec2 } = await smallEndpoint({ world: many });
      await expect(ec2.send(new DescribeSubnetsCommand({ MaxResults: 5, NextToken }))).rejects.toMatchObject({
        name: 'InvalidParameterValue',
        message: `Value ( ${NextToken} ) for parameter NextToken is invalid. The token is invalid.`,
      });
    },
  );

  it.each([
    [new DescribeSubnetsCommand({ MaxResults: 4 }), '4', 'greater than 5'],
    [new DescribeSubnetsCommand({ MaxResults: 1001 }), '1001', 'less than or equal to 1000'],
    [new DescribeRouteTablesCommand({ MaxResults: 101 }), '101', 'less than or equal to 100'],
    [new DescribeSecurityGroupRulesCommand({ MaxResults: 0 }), '0', 'greater than 5'],
  ])('%#: a size out of bounds is refused', async (command, size, bound) => {
    const { ec2 } = await smallEndpoint();
    await expect(ec2.send(command as DescribeSubnetsCommand)).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value ${bound}.`,
    });
  });
});
