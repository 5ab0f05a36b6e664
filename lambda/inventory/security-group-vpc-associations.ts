import {
  type SecurityGroupVpcAssociation as AwsSecurityGroupVpcAssociation,
  DescribeSecurityGroupVpcAssociationsCommand,
} from '@aws-sdk/client-ec2';
import type { SecurityGroupVpcAssociation } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeSecurityGroupVpcAssociations`, for ids of the VPCs in which groups of others may be worn. */
export const securityGroupVpcAssociations: Call<AwsSecurityGroupVpcAssociation, SecurityGroupVpcAssociation> = {
  action: 'ec2:DescribeSecurityGroupVpcAssociations',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filters = [{ Name: 'vpc-id', Values: vpcIds }];
    const request = new DescribeSecurityGroupVpcAssociationsCommand({ Filters, MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    const items = required(answer.SecurityGroupVpcAssociations, 'SecurityGroupVpcAssociations');
    return { items, next: answer.NextToken };
  },
  noun: (raw) => ({
    groupId: required(raw.GroupId, 'GroupId'),
    vpcId: required(raw.VpcId, 'VpcId'),
    state: required(raw.State, 'State'),
  }),
};
