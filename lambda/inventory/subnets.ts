import { type Subnet as AwsSubnet, DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import type { Subnet } from '../model/inventory.ts';
import { associatedRanges } from './associated-ranges.ts';
import type { Call } from './call.ts';
import { nameTag } from './name-tag.ts';
import { required } from './required.ts';

/** `DescribeSubnets`, for VPC ids. */
export const subnets: Call<AwsSubnet, Subnet> = {
  action: 'ec2:DescribeSubnets',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const filters = [{ Name: 'vpc-id', Values: vpcIds }];
    const answer = await ec2.send(new DescribeSubnetsCommand({ Filters: filters, MaxResults: 1000, NextToken: token }));
    return { items: required(answer.Subnets, 'Subnets'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.SubnetId, 'SubnetId'),
    name: nameTag(raw.Tags),
    vpcId: required(raw.VpcId, 'VpcId'),
    zone: required(raw.AvailabilityZone, 'AvailabilityZone'),
    // An IPv6-only subnet has no IPv4 range.
    cidr: raw.Ipv6Native === true ? (raw.CidrBlock ?? '') : required(raw.CidrBlock, 'CidrBlock'),
    ipv6Cidrs: associatedRanges(
      raw.Ipv6CidrBlockAssociationSet?.map((range) => ({
        range: range.Ipv6CidrBlock,
        state: range.Ipv6CidrBlockState?.State,
      })),
    ),
    availableAddresses: required(raw.AvailableIpAddressCount, 'AvailableIpAddressCount'),
  }),
};
