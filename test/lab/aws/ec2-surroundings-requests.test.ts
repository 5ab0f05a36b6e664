import {
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeInstanceStatusCommand,
  DescribeNatGatewaysCommand,
  DescribeStaleSecurityGroupsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  GetManagedPrefixListEntriesCommand,
  SearchTransitGatewayRoutesCommand,
} from '@aws-sdk/client-ec2';
import { expect, it } from 'vitest';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

const by = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });
const ACTIVE = by('state', 'active', 'blackhole');

const ids = Array.from({ length: 101 }, (_, index) => `i-${index}`);

it.each<[string, object, string, string]>([
  [
    'more than a hundred instances',
    new DescribeInstanceStatusCommand({ InstanceIds: ids }),
    'InvalidParameterValue',
    'At most 100 instance IDs can be specified',
  ],
  [
    'instances by id in pages',
    new DescribeInstanceStatusCommand({ InstanceIds: ['i-web'], MaxResults: 5 }),
    'InvalidParameterCombination',
    'The parameter instancesSet cannot be used with the parameter maxResults',
  ],
  [
    'an instance that is not there',
    new DescribeInstanceStatusCommand({ InstanceIds: ['i-0'], IncludeAllInstances: true }),
    'InvalidInstanceID.NotFound',
    "The instance ID 'i-0' does not exist",
  ],
  [
    'a filter by instance',
    new DescribeInstanceStatusCommand(by('instance-id', 'i-web')),
    'InvalidParameterValue',
    "The filter 'instance-id' is invalid",
  ],
  [
    'entries of a list that is not there',
    new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-0' }),
    'InvalidPrefixListID.NotFound',
    "The prefix list ID 'pl-0' does not exist.",
  ],
  [
    'entries in pages of more than a hundred',
    new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-1', MaxResults: 101 }),
    'InvalidParameterValue',
    'Value ( 101 ) for parameter maxResults is invalid. Expecting a value less than or equal to 100.',
  ],
  [
    'stale groups of no VPC',
    new DescribeStaleSecurityGroupsCommand({ VpcId: undefined }),
    'MissingParameter',
    'The request must contain the parameter VpcId',
  ],
  [
    'stale groups of a VPC that is not there',
    new DescribeStaleSecurityGroupsCommand({ VpcId: 'vpc-0' }),
    'InvalidVpcID.NotFound',
    "The vpc ID 'vpc-0' does not exist",
  ],
  [
    'stale groups in pages of more than 255',
    new DescribeStaleSecurityGroupsCommand({ VpcId: 'vpc-1', MaxResults: 256 }),
    'InvalidParameterValue',
    'Value ( 256 ) for parameter maxResults is invalid. Expecting a value less than or equal to 255.',
  ],
  [
    'routes without a filter',
    new SearchTransitGatewayRoutesCommand({ TransitGatewayRouteTableId: 'tgw-rtb-1', Filters: [] }),
    'MissingParameter',
    'The request must contain the parameter Filters',
  ],
  [
    'routes of a table that is not there',
    new SearchTransitGatewayRoutesCommand({ TransitGatewayRouteTableId: 'tgw-rtb-0', ...ACTIVE }),
    'InvalidRouteTableID.NotFound',
    'Transit Gateway Route Table tgw-rtb-0 was not found.',
  ],
  [
    'a NAT gateway that is not there',
    new DescribeNatGatewaysCommand({ NatGatewayIds: ['nat-0'] }),
    'NatGatewayNotFound',
    'The Nat Gateway nat-0 was not found',
  ],
  [
    'egress-only gateways by VPC',
    new DescribeEgressOnlyInternetGatewaysCommand(by('attachment.vpc-id', 'vpc-1')),
    'InvalidParameterValue',
    "The filter 'attachment.vpc-id' is invalid",
  ],
  [
    'a dry run',
    new DescribeVpcBlockPublicAccessOptionsCommand({ DryRun: true }),
    'DryRunOperation',
    'Request would have succeeded, but DryRun flag is set.',
  ],
])('refuses %s', async (_, command, name, message) => {
  const { ec2 } = await smallEndpoint();
  await expect(ec2.send(command as DescribeNatGatewaysCommand)).rejects.toMatchObject({ name, message });
});

it("pages of a transit gateway's routes say that there are more, and how to go on", async () => {
  const routes = Array.from({ length: 6 }, (_, index) => ({
    destination: `10.${index}.0.0/16`,
    attachmentIds: [],
    state: 'blackhole',
  }));
  const table = { id: 'tgw-rtb-1', transitGatewayId: 'tgw-1', routes };
  const { ec2 } = await smallEndpoint({ world: () => smallWorld({ transitGatewayRouteTables: [table] }) });
  const request = { TransitGatewayRouteTableId: 'tgw-rtb-1', ...ACTIVE, MaxResults: 5 };
  const first = await ec2.send(new SearchTransitGatewayRoutesCommand(request));
  expect(first).toMatchObject({ AdditionalRoutesAvailable: true, NextToken: expect.any(String) });
  const second = await ec2.send(new SearchTransitGatewayRoutesCommand({ ...request, NextToken: first.NextToken }));
  expect(second).toMatchObject({
    AdditionalRoutesAvailable: false,
    Routes: [{ DestinationCidrBlock: '10.5.0.0/16' }],
  });
});
