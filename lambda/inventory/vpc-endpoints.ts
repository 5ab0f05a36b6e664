import { type VpcEndpoint as AwsVpcEndpoint, DescribeVpcEndpointsCommand } from '@aws-sdk/client-ec2';
import type { VpcEndpoint } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeVpcEndpoints`, for VPC ids. */
export const vpcEndpoints: Call<AwsVpcEndpoint, VpcEndpoint> = {
  action: 'ec2:DescribeVpcEndpoints',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filters = [{ Name: 'vpc-id', Values: vpcIds }];
    const answer = await ec2.send(new DescribeVpcEndpointsCommand({ Filters, MaxResults: 1000, NextToken: token }));
    return { items: required(answer.VpcEndpoints, 'VpcEndpoints'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.VpcEndpointId, 'VpcEndpointId'),
    type: required(raw.VpcEndpointType, 'VpcEndpointType'),
    vpcId: required(raw.VpcId, 'VpcId'),
    serviceName: raw.ServiceName ?? '',
    state: withSmallInitial(required(raw.State, 'State')),
    subnetIds: raw.SubnetIds ?? [],
    groups: (raw.Groups ?? []).map(({ GroupId }) => required(GroupId, 'GroupId')),
    interfaceIds: raw.NetworkInterfaceIds ?? [],
    routeTableIds: raw.RouteTableIds ?? [],
  }),
};

/** The reference writes `Available`, the answers say `available`. */
function withSmallInitial(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
