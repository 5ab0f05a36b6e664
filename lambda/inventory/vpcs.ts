import { type Vpc as AwsVpc, DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import type { Vpc } from '../model/inventory.ts';
import { associatedRanges } from './associated-ranges.ts';
import type { Call } from './call.ts';
import { nameTag } from './name-tag.ts';
import { required } from './required.ts';

/** `DescribeVpcs`, for VPC ids, or for all. */
export const vpcs: Call<AwsVpc, Vpc> = {
  action: 'ec2:DescribeVpcs',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    // A filter without values is refused.
    const Filters = vpcIds.length === 0 ? undefined : [{ Name: 'vpc-id', Values: vpcIds }];
    const answer = await ec2.send(new DescribeVpcsCommand({ Filters, MaxResults: 1000, NextToken: token }));
    return { items: required(answer.Vpcs, 'Vpcs'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.VpcId, 'VpcId'),
    name: nameTag(raw.Tags),
    cidrs: associatedRanges(
      required(raw.CidrBlockAssociationSet, 'CidrBlockAssociationSet').map((range) => ({
        range: range.CidrBlock,
        state: range.CidrBlockState?.State,
      })),
    ),
    ipv6Cidrs: associatedRanges(
      raw.Ipv6CidrBlockAssociationSet?.map((range) => ({
        range: range.Ipv6CidrBlock,
        state: range.Ipv6CidrBlockState?.State,
      })),
    ),
  }),
};
