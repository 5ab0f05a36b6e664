import { type InstanceStatus as AwsInstanceStatus, DescribeInstanceStatusCommand } from '@aws-sdk/client-ec2';
import type { InstanceStatus } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/**
 * `DescribeInstanceStatus`, for ids of instances that are there: it knows no filter by id or VPC, its parameter takes a
 * hundred ids and no pages, and fails as a whole on one that is no more (EC2 API reference).
 */
export const instanceStatuses: Call<AwsInstanceStatus, InstanceStatus> = {
  action: 'ec2:DescribeInstanceStatus',
  batch: 100,
  page: async ({ ec2 }, InstanceIds) => {
    const answer = await ec2.send(new DescribeInstanceStatusCommand({ InstanceIds, IncludeAllInstances: true }));
    return { items: required(answer.InstanceStatuses, 'InstanceStatuses'), next: undefined };
  },
  noun: (raw) => ({
    instanceId: required(raw.InstanceId, 'InstanceId'),
    system: required(raw.SystemStatus?.Status, 'SystemStatus.Status'),
    instance: required(raw.InstanceStatus?.Status, 'InstanceStatus.Status'),
  }),
};
