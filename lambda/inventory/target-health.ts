import { DescribeTargetHealthCommand, type TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetHealth } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeTargetHealth`, for one target group's ARN at a time; the answer is never paged. */
export const targetHealth: Call<TargetHealthDescription, TargetHealth> = {
  action: 'elasticloadbalancing:DescribeTargetHealth',
  batch: 1,
  page: async ({ elbv2 }, [TargetGroupArn]) => {
    const answer = await elbv2.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
    return { items: required(answer.TargetHealthDescriptions, 'TargetHealthDescriptions'), next: undefined };
  },
  noun: ({ Target, HealthCheckPort, TargetHealth }) => ({
    target: {
      id: required(Target?.Id, 'Target.Id'),
      port: Target?.Port ?? null,
      zone: Target?.AvailabilityZone ?? null,
    },
    healthCheckPort: HealthCheckPort ?? null,
    state: required(TargetHealth?.State, 'TargetHealth.State'),
    reason: TargetHealth?.Reason ?? null,
    description: TargetHealth?.Description ?? null,
  }),
};
