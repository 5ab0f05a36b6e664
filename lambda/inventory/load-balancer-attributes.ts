import {
  DescribeLoadBalancerAttributesCommand,
  type LoadBalancerAttribute,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeLoadBalancerAttributes`, for one ARN at a time, as keys and values. */
export const loadBalancerAttributes: Call<LoadBalancerAttribute, readonly [string, string]> = {
  action: 'elasticloadbalancing:DescribeLoadBalancerAttributes',
  batch: 1,
  page: async ({ elbv2 }, [LoadBalancerArn]) => {
    const answer = await elbv2.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }));
    return { items: required(answer.Attributes, 'Attributes'), next: undefined };
  },
  noun: ({ Key, Value }) => [required(Key, 'Key'), Value ?? ''],
};
