import type { Instance as AwsInstance } from '@aws-sdk/client-ec2';
import type { Instance } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { describeInstances } from './describe-instances.ts';
import { nameTag } from './name-tag.ts';
import { required } from './required.ts';

/**
 * `DescribeInstances`, for instance ids. They go in as a filter: the parameter `InstanceIds` cannot be paged, and
 * fails as a whole on one id that is no more; the filter just leaves it out.
 */
export const instances: Call<AwsInstance, Instance> = {
  action: 'ec2:DescribeInstances',
  batch: 200,
  page: ({ ec2 }, instanceIds, token) => describeInstances(ec2, { Name: 'instance-id', Values: instanceIds }, token),
  noun: (raw) => ({
    id: required(raw.InstanceId, 'InstanceId'),
    name: nameTag(raw.Tags),
    state: required(raw.State?.Name, 'State.Name'),
    // A terminated instance has lost all three.
    vpcId: raw.VpcId ?? null,
    subnetId: raw.SubnetId ?? null,
    primaryAddress: raw.PrivateIpAddress ?? null,
  }),
};
