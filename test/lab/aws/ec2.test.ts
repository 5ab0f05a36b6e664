import {
  DescribeInstancesCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { smallEndpoint } from './small-endpoint.ts';

describe('what EC2 answers', () => {
  it('VPCs with all their ranges', async () => {
    const { ec2 } = await smallEndpoint();
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    expect(Vpcs).toMatchObject([
      {
        VpcId: 'vpc-1',
        OwnerId: '111122223333',
        CidrBlock: '10.0.0.0/16',
        CidrBlockAssociationSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '10.1.0.0/16' }],
        Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8::/56', Ipv6CidrBlockState: { State: 'associated' } }],
        Tags: [{ Key: 'Name', Value: 'shop' }],
      },
      { VpcId: 'vpc-2', Ipv6CidrBlockAssociationSet: [], Tags: [] },
    ]);
  });

  it('subnets, with texts that XML has to escape', async () => {
    const { ec2 } = await smallEndpoint();
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-a'] }));
    expect(Subnets).toMatchObject([
      {
        SubnetId: 'subnet-a',
        VpcId: 'vpc-1',
        AvailabilityZone: 'eu-west-1a',
        CidrBlock: '10.0.0.0/24',
        AvailableIpAddressCount: 250,
        Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8::/64' }],
        Tags: [{ Key: 'Name', Value: 'shop a <public> & "more"' }],
      },
    ]);
  });

  it('security groups, their rules grouped into permissions', async () => {
    const { ec2 } = await smallEndpoint();
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ['sg-web'] }));
    expect(SecurityGroups).toMatchObject([
      {
        GroupId: 'sg-web',
        GroupName: 'web',
        IpPermissions: [
          {
            IpProtocol: 'tcp',
            FromPort: 8080,
            ToPort: 8080,
            UserIdGroupPairs: [{ GroupId: 'sg-lb', UserId: '111122223333', Description: 'why sgr-1' }],
            IpRanges: [{ CidrIp: '10.0.0.0/16', Description: 'why sgr-2' }],
            Ipv6Ranges: [{ CidrIpv6: '2001:db8::/56' }],
            PrefixListIds: [{ PrefixListId: 'pl-1' }],
          },
        ],
        IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], UserIdGroupPairs: [] }],
      },
    ]);
    expect(SecurityGroups?.[0]?.IpPermissionsEgress?.[0]).not.toHaveProperty('FromPort');
  });

  it('security group rules, one source each, protocols by name and ports written out', async () => {
    const { ec2 } = await smallEndpoint();
    const { SecurityGroupRules } = await ec2.send(new DescribeSecurityGroupRulesCommand({}));
    expect(SecurityGroupRules).toMatchObject([
      {
        SecurityGroupRuleId: 'sgr-1',
        GroupId: 'sg-web',
        IsEgress: false,
        IpProtocol: 'tcp',
        FromPort: 8080,
        ToPort: 8080,
        ReferencedGroupInfo: { GroupId: 'sg-lb', UserId: '111122223333' },
        Description: 'why sgr-1',
      },
      { CidrIpv4: '10.0.0.0/16' },
      { CidrIpv6: '2001:db8::/56' },
      { PrefixListId: 'pl-1' },
      { IsEgress: true, IpProtocol: '-1', FromPort: -1, ToPort: -1 },
      { IsEgress: true, IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535 },
      { SecurityGroupRuleId: 'sgr-7', FromPort: 443 },
    ]);
  });

  it('network ACLs in order, with the denies that end them and the subnets that the default one has', async () => {
    const { ec2 } = await smallEndpoint();
    const { NetworkAcls } = await ec2.send(new DescribeNetworkAclsCommand({}));
    const lines = NetworkAcls?.map((acl) => ({
      id: acl.NetworkAclId,
      isDefault: acl.IsDefault,
      subnets: acl.Associations?.map(({ SubnetId }) => SubnetId),
      ingress: acl.Entries?.filter(({ Egress }) => !Egress).map(
        ({ RuleNumber, RuleAction, Protocol, CidrBlock, Ipv6CidrBlock, PortRange }) =>
          `${RuleNumber} ${RuleAction} ${Protocol} ${CidrBlock ?? Ipv6CidrBlock} ${PortRange?.From}-${PortRange?.To}`,
      ),
    }));
    const ends = ['32767 deny -1 0.0.0.0/0 undefined-undefined', '32768 deny -1 ::/0 undefined-undefined'];
    expect(lines).toEqual([
      {
        id: 'acl-default',
        isDefault: true,
        subnets: ['subnet-a', 'subnet-c'],
        ingress: ['100 allow -1 0.0.0.0/0 undefined-undefined', ...ends],
      },
      {
        id: 'acl-own',
        isDefault: false,
        subnets: ['subnet-b'],
        ingress: ['100 allow 6 0.0.0.0/0 0-65535', '200 deny 6 0.0.0.0/0 8080-8090', ...ends],
      },
      { id: 'acl-second', isDefault: true, subnets: ['subnet-z'], ingress: ends.slice(0, 1) },
    ]);
  });

  it('route tables, each target in the place of its kind, the main association without a subnet', async () => {
    const { ec2 } = await smallEndpoint();
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({}));
    expect(RouteTables).toMatchObject([
      {
        RouteTableId: 'rtb-main',
        Associations: [{ Main: true }, { Main: false, SubnetId: 'subnet-c' }],
        Routes: [
          { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' },
          { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'blackhole' },
          { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1' },
          { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1' },
          { VpcPeeringConnectionId: 'pcx-1' },
          { TransitGatewayId: 'tgw-1' },
          { NetworkInterfaceId: 'eni-web' },
        ],
      },
    ]);
    expect(RouteTables?.[0]?.Associations?.[0]).not.toHaveProperty('SubnetId');
  });

  it("network interfaces: hosts', load balancers' and loose ones", async () => {
    const { ec2 } = await smallEndpoint();
    const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
    expect(NetworkInterfaces).toMatchObject([
      {
        NetworkInterfaceId: 'eni-web',
        Description: '',
        Groups: [{ GroupId: 'sg-web', GroupName: 'web' }],
        PrivateIpAddress: '10.0.0.10',
        Association: { PublicIp: '203.0.113.10' },
        PrivateIpAddresses: [
          { PrivateIpAddress: '10.0.0.10', Primary: true, Association: { PublicIp: '203.0.113.10' } },
          { PrivateIpAddress: '10.0.0.11', Primary: false },
        ],
        Ipv6Addresses: [{ Ipv6Address: '2001:db8::10' }],
        Attachment: { InstanceId: 'i-web', DeviceIndex: 0, InstanceOwnerId: '111122223333' },
        RequesterManaged: false,
      },
      { Description: 'ELB app/shop/0123456789abcdef', RequesterManaged: true },
      { NetworkInterfaceId: 'eni-lb-b', Attachment: { InstanceOwnerId: 'amazon-aws', DeviceIndex: 1 } },
      { NetworkInterfaceId: 'eni-nlb', InterfaceType: 'network_load_balancer', RequesterManaged: true },
      { NetworkInterfaceId: 'eni-loose', Status: 'available', Groups: [{ GroupId: 'sg-gone' }] },
    ]);
    expect(NetworkInterfaces?.[4]).not.toHaveProperty('Attachment');
  });

  it('instances in reservations, with their interfaces', async () => {
    const { ec2 } = await smallEndpoint();
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({}));
    expect(Reservations?.map(({ Instances }) => Instances?.[0])).toMatchObject([
      {
        InstanceId: 'i-web',
        State: { Code: 16, Name: 'running' },
        PrivateIpAddress: '10.0.0.10',
        Placement: { AvailabilityZone: 'eu-west-1a' },
        SecurityGroups: [{ GroupId: 'sg-web' }],
        NetworkInterfaces: [{ NetworkInterfaceId: 'eni-web', Attachment: { DeviceIndex: 0 } }],
        Tags: [{ Key: 'Name', Value: 'web' }],
      },
      { InstanceId: 'i-gone', State: { Code: 48, Name: 'terminated' }, NetworkInterfaces: [] },
    ]);
  });
});
