import {
  type StaleSecurityGroup as AwsStaleSecurityGroup,
  DescribeStaleSecurityGroupsCommand,
  type StaleIpPermission,
} from '@aws-sdk/client-ec2';
import type { StaleSecurityGroup } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/**
 * `DescribeStaleSecurityGroups`, for one VPC id at a time, in pages of 255. It has a bucket of its own, which gives but
 * five calls a second (EC2 developer guide, *API throttling*).
 */
export const staleSecurityGroups: Call<AwsStaleSecurityGroup, StaleSecurityGroup> = {
  action: 'ec2:DescribeStaleSecurityGroups',
  batch: 1,
  page: async ({ ec2 }, [VpcId], token) => {
    const request = new DescribeStaleSecurityGroupsCommand({ VpcId, MaxResults: 255, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.StaleSecurityGroupSet, 'StaleSecurityGroupSet'), next: answer.NextToken };
  },
  noun: (raw) => ({
    groupId: required(raw.GroupId, 'GroupId'),
    vpcId: required(raw.VpcId, 'VpcId'),
    ingressReferences: referencesOf(raw.StaleIpPermissions),
    egressReferences: referencesOf(raw.StaleIpPermissionsEgress),
  }),
};

function referencesOf(permissions: readonly StaleIpPermission[] = []): readonly string[] {
  const pairs = permissions.flatMap(({ UserIdGroupPairs }) => UserIdGroupPairs ?? []);
  return [...new Set(pairs.flatMap(({ GroupId }) => GroupId ?? []))];
}
