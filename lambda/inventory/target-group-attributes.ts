import {
  DescribeTargetGroupAttributesCommand,
  type TargetGroupAttribute,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeTargetGroupAttributes`, for one ARN at a time, as keys and values. */
export const targetGroupAttributes: Call<TargetGroupAttribute, readonly [string, string]> = {
  action: 'elasticloadbalancing:DescribeTargetGroupAttributes',
  batch: 1,
  page: async ({ elbv2 }, [TargetGroupArn]) => {
    const answer = await elbv2.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }));
    return { items: required(answer.Attributes, 'Attributes'), next: undefined };
  },
  noun: ({ Key, Value }) => [required(Key, 'Key'), Value ?? ''],
};
