import { DescribeTagsCommand, type TagDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** The tags of one load balancer. */
export type LoadBalancerTags = { readonly arn: string; readonly tags: Readonly<Record<string, string>> };

/** `DescribeTags`, for ARNs of load balancers; the answer is never paged. */
export const loadBalancerTags: Call<TagDescription, LoadBalancerTags> = {
  action: 'elasticloadbalancing:DescribeTags',
  batch: 20,
  page: async ({ elbv2 }, arns) => {
    const answer = await elbv2.send(new DescribeTagsCommand({ ResourceArns: arns }));
    return { items: required(answer.TagDescriptions, 'TagDescriptions'), next: undefined };
  },
  noun: ({ ResourceArn, Tags = [] }) => ({
    arn: required(ResourceArn, 'ResourceArn'),
    tags: Object.fromEntries(Tags.map(({ Key, Value = '' }) => [required(Key, 'Key'), Value])),
  }),
};
