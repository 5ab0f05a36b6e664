import {
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeInstanceStatusCommand,
  DescribeInternetGatewaysCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNatGatewaysCommand,
  DescribeSecurityGroupVpcAssociationsCommand,
  DescribeStaleSecurityGroupsCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  GetManagedPrefixListEntriesCommand,
  SearchTransitGatewayRoutesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { smallEndpoint } from './small-endpoint.ts';

const by = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });
const ACTIVE = by('state', 'active', 'blackhole');
const peeringSide = (VpcId: string, CidrBlock: string) => ({
  VpcId,
  OwnerId: '111122223333',
  Region: 'eu-west-1',
  CidrBlock,
  CidrBlockSet: [{ CidrBlock }],
});

describe('what EC2 answers of what surrounds a VPC', () => {
  it.each<[string, object, object]>([
    [
      'statuses of running instances',
      new DescribeInstanceStatusCommand({}),
      {
        InstanceStatuses: [
          {
            InstanceId: 'i-web',
            InstanceState: { Code: 16, Name: 'running' },
            SystemStatus: { Status: 'ok' },
            InstanceStatus: { Status: 'impaired' },
          },
        ],
      },
    ],
    [
      'statuses of one that runs no more',
      new DescribeInstanceStatusCommand({ InstanceIds: ['i-gone'], IncludeAllInstances: true }),
      { InstanceStatuses: [{ InstanceId: 'i-gone', InstanceStatus: { Status: 'not-applicable' } }] },
    ],
    [
      'prefix lists, whose they are',
      new DescribeManagedPrefixListsCommand({ MaxResults: 100 }),
      {
        PrefixLists: [
          { PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3', OwnerId: 'AWS', AddressFamily: 'IPv4' },
          { PrefixListId: 'pl-own', OwnerId: '111122223333', AddressFamily: 'IPv6', Version: 1 },
        ],
      },
    ],
    [
      'the entries of a list, in pages',
      new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-1', MaxResults: 1 }),
      { Entries: [{ Cidr: '52.218.0.0/17' }], NextToken: expect.any(String) },
    ],
    [
      'peerings, with their ranges while they are active',
      new DescribeVpcPeeringConnectionsCommand(by('requester-vpc-info.vpc-id', 'vpc-1')),
      {
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: 'pcx-1',
            Status: { Code: 'active' },
            RequesterVpcInfo: peeringSide('vpc-1', '10.0.0.0/16'),
            AccepterVpcInfo: peeringSide('vpc-2', '192.168.0.0/16'),
          },
        ],
      },
    ],
    [
      'peerings, without once they are deleted',
      new DescribeVpcPeeringConnectionsCommand({ VpcPeeringConnectionIds: ['pcx-gone'] }),
      { VpcPeeringConnections: [{ Status: { Code: 'deleted' }, RequesterVpcInfo: { VpcId: 'vpc-2' } }] },
    ],
    [
      'stale groups, with the rules that refer in vain',
      new DescribeStaleSecurityGroupsCommand({ VpcId: 'vpc-1', MaxResults: 255 }),
      {
        StaleSecurityGroupSet: [
          {
            GroupId: 'sg-web',
            GroupName: 'web',
            VpcId: 'vpc-1',
            StaleIpPermissions: [{ IpProtocol: 'tcp', FromPort: 8080, UserIdGroupPairs: [{ GroupId: 'sg-lb' }] }],
            StaleIpPermissionsEgress: [],
          },
        ],
      },
    ],
    [
      'groups worn in another VPC',
      new DescribeSecurityGroupVpcAssociationsCommand(by('vpc-id', 'vpc-2')),
      { SecurityGroupVpcAssociations: [{ GroupId: 'sg-web', VpcId: 'vpc-2', State: 'associated' }] },
    ],
    [
      'transit gateways',
      new DescribeTransitGatewaysCommand({ TransitGatewayIds: ['tgw-1'] }),
      {
        TransitGateways: [
          { TransitGatewayId: 'tgw-1', State: 'available', Options: { SecurityGroupReferencingSupport: 'enable' } },
        ],
      },
    ],
    [
      'attachments of every kind',
      new DescribeTransitGatewayAttachmentsCommand(by('transit-gateway-id', 'tgw-1')),
      {
        TransitGatewayAttachments: [
          {
            TransitGatewayAttachmentId: 'tgw-attach-vpc',
            ResourceType: 'vpc',
            ResourceId: 'vpc-1',
            Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
          },
          { TransitGatewayAttachmentId: 'tgw-attach-vpn', ResourceType: 'vpn' },
        ],
      },
    ],
    [
      "VPCs' attachments",
      new DescribeTransitGatewayVpcAttachmentsCommand(by('vpc-id', 'vpc-1')),
      {
        TransitGatewayVpcAttachments: [
          {
            TransitGatewayAttachmentId: 'tgw-attach-vpc',
            SubnetIds: ['subnet-a'],
            Options: { SecurityGroupReferencingSupport: 'disable', ApplianceModeSupport: 'enable' },
          },
        ],
      },
    ],
    [
      "transit gateways' route tables",
      new DescribeTransitGatewayRouteTablesCommand(by('transit-gateway-id', 'tgw-1')),
      { TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1' }] },
    ],
    [
      "transit gateways' routes",
      new SearchTransitGatewayRoutesCommand({ TransitGatewayRouteTableId: 'tgw-rtb-1', ...ACTIVE }),
      {
        AdditionalRoutesAvailable: false,
        Routes: [
          {
            DestinationCidrBlock: '172.32.0.0/16',
            State: 'active',
            TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-vpn', ResourceId: 'vpn-1' }],
          },
          { DestinationCidrBlock: '172.34.0.0/16', State: 'blackhole', TransitGatewayAttachments: [] },
        ],
      },
    ],
    [
      'NAT gateways, regional ones without a subnet',
      new DescribeNatGatewaysCommand({ Filter: [{ Name: 'vpc-id', Values: ['vpc-?'] }] }),
      {
        NatGateways: [
          {
            NatGatewayId: 'nat-1',
            SubnetId: 'subnet-a',
            ConnectivityType: 'public',
            NatGatewayAddresses: [{ PrivateIp: '10.0.0.40', PublicIp: '203.0.113.40' }],
          },
          { NatGatewayId: 'nat-region', AvailabilityMode: 'regional', ConnectivityType: 'private' },
        ],
      },
    ],
    [
      'internet gateways',
      new DescribeInternetGatewaysCommand(by('attachment.vpc-id', 'vpc-1')),
      { InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] }] },
    ],
    [
      'egress-only internet gateways',
      new DescribeEgressOnlyInternetGatewaysCommand({ MaxResults: 255 }),
      {
        EgressOnlyInternetGateways: [
          { EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ VpcId: 'vpc-1', State: 'attached' }] },
        ],
      },
    ],
    [
      'VPC endpoints',
      new DescribeVpcEndpointsCommand(by('vpc-id', 'vpc-1')),
      {
        VpcEndpoints: [
          { VpcEndpointId: 'vpce-1', VpcEndpointType: 'Gateway', RouteTableIds: ['rtb-main'] },
          {
            VpcEndpointId: 'vpce-2',
            SubnetIds: ['subnet-a'],
            Groups: [{ GroupId: 'sg-web', GroupName: 'web' }],
            NetworkInterfaceIds: ['eni-loose'],
          },
        ],
      },
    ],
    [
      'whether public access is blocked',
      new DescribeVpcBlockPublicAccessOptionsCommand({}),
      { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'block-bidirectional', State: 'update-complete' } },
    ],
    [
      'what is excluded from that',
      new DescribeVpcBlockPublicAccessExclusionsCommand({ MaxResults: 1000 }),
      {
        VpcBlockPublicAccessExclusions: [
          {
            ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1',
            InternetGatewayExclusionMode: 'allow-egress',
          },
          { ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-z' },
        ],
      },
    ],
  ])('%s', async (_, command, answer) => {
    const { ec2 } = await smallEndpoint();
    const answered = await ec2.send(command as DescribeNatGatewaysCommand);
    expect(answered).toMatchObject(answer);
  });

  it('regional NAT gateways have no subnet at all', async () => {
    const { ec2 } = await smallEndpoint();
    const { NatGateways } = await ec2.send(new DescribeNatGatewaysCommand({ NatGatewayIds: ['nat-region'] }));
    expect(NatGateways?.[0]).not.toHaveProperty('SubnetId');
  });
});
