import type { Instance as AwsInstance } from '@aws-sdk/client-ec2';
import type { Instance } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { describeInstances } from './describe-instances.ts';
import { instances } from './instances.ts';

/** `DescribeInstances`, for VPC ids. */
export const instancesOfVpcs: Call<AwsInstance, Instance> = {
  ...instances,
  page: ({ ec2 }, vpcIds, token) => describeInstances(ec2, { Name: 'vpc-id', Values: vpcIds }, token),
};
