import { type SecurityGroup as AwsSecurityGroup, DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import type { SecurityGroup } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeSecurityGroups`, for VPC ids. Its rules are left: `DescribeSecurityGroupRules` has them one by one, with ids. */
export const securityGroups: Call<AwsSecurityGroup, SecurityGroup> = {
  action: 'ec2:DescribeSecurityGroups',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filters = [{ Name: 'vpc-id', Values: vpcIds }];
    const answer = await ec2.send(new DescribeSecurityGroupsCommand({ Filters, MaxResults: 1000, NextToken: token }));
    return { items: required(answer.SecurityGroups, 'SecurityGroups'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.GroupId, 'GroupId'),
    name: required(raw.GroupName, 'GroupName'),
    vpcId: required(raw.VpcId, 'VpcId'),
    ownerId: required(raw.OwnerId, 'OwnerId'),
  }),
};
