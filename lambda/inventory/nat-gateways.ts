import {
  type NatGateway as AwsNatGateway,
  DescribeNatGatewaysCommand,
  type NatGatewayAddress,
} from '@aws-sdk/client-ec2';
import type { NatGateway } from '../model/network.ts';
import type { Call } from './call.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';

/** `DescribeNatGateways`, for VPC ids. A regional one stands in no subnet; a deleted one is shown for an hour more. */
export const natGateways: Call<AwsNatGateway, NatGateway> = {
  action: 'ec2:DescribeNatGateways',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filter = [{ Name: 'vpc-id', Values: vpcIds }];
    const answer = await ec2.send(new DescribeNatGatewaysCommand({ Filter, MaxResults: 1000, NextToken: token }));
    return { items: required(answer.NatGateways, 'NatGateways'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.NatGatewayId, 'NatGatewayId'),
    vpcId: required(raw.VpcId, 'VpcId'),
    subnetId: raw.AvailabilityMode === 'regional' ? null : required(raw.SubnetId, 'SubnetId'),
    state: required(raw.State, 'State'),
    connectivity: oneOf(raw.ConnectivityType ?? 'public', ['public', 'private'], 'ConnectivityType'),
    addresses: (raw.NatGatewayAddresses ?? []).filter(inForce).map(({ PrivateIp, PublicIp }) => ({
      privateAddress: PrivateIp ?? null,
      publicAddress: PublicIp ?? null,
    })),
  }),
};

/** An address that is being given, taken away, or could not be had, is none that packets leave from. */
function inForce({ Status = 'succeeded' }: NatGatewayAddress): boolean {
  return Status === 'succeeded';
}
