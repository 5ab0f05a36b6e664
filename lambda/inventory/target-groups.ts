import {
  type TargetGroup as AwsTargetGroup,
  DescribeTargetGroupsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { HealthCheck, TargetGroup } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';

/** A target group as the call tells it; its attributes are another call. */
type Described = Omit<TargetGroup, 'attributes'>;

/**
 * `DescribeTargetGroups`, for one load balancer's ARN at a time: the groups that its listeners and rules name. Or for all:
 * then also those that no load balancer uses.
 */
export const targetGroups: Call<AwsTargetGroup, Described> = {
  action: 'elasticloadbalancing:DescribeTargetGroups',
  batch: 1,
  page: async ({ elbv2 }, [LoadBalancerArn], token) => {
    const request = new DescribeTargetGroupsCommand({ LoadBalancerArn, PageSize: 400, Marker: token });
    const answer = await elbv2.send(request);
    return { items: required(answer.TargetGroups, 'TargetGroups'), next: answer.NextMarker };
  },
  noun: (raw) => {
    const targetType = oneOf(raw.TargetType, ['instance', 'ip', 'lambda', 'alb'], 'TargetType');
    // A function has no address: its group has no port, no protocol and no VPC.
    const dialled = targetType !== 'lambda';
    return {
      arn: required(raw.TargetGroupArn, 'TargetGroupArn'),
      name: required(raw.TargetGroupName, 'TargetGroupName'),
      targetType,
      protocol: dialled ? required(raw.Protocol, 'Protocol') : null,
      port: dialled ? required(raw.Port, 'Port') : null,
      vpcId: dialled ? required(raw.VpcId, 'VpcId') : null,
      ipAddressType: raw.IpAddressType ?? 'ipv4',
      loadBalancerArns: required(raw.LoadBalancerArns, 'LoadBalancerArns'),
      healthCheck: healthCheckOf(raw, dialled),
    };
  },
};

function healthCheckOf(raw: AwsTargetGroup, dialled: boolean): HealthCheck {
  // A function is checked by being invoked as for a request, whatever the port.
  const [protocol, port] = dialled ? [] : ['HTTP', 'traffic-port'];
  return {
    enabled: required(raw.HealthCheckEnabled, 'HealthCheckEnabled'),
    protocol: required(raw.HealthCheckProtocol ?? protocol, 'HealthCheckProtocol'),
    port: required(raw.HealthCheckPort ?? port, 'HealthCheckPort'),
    path: raw.HealthCheckPath ?? null,
    matcher: raw.Matcher?.HttpCode ?? raw.Matcher?.GrpcCode ?? null,
    intervalSeconds: required(raw.HealthCheckIntervalSeconds, 'HealthCheckIntervalSeconds'),
    timeoutSeconds: required(raw.HealthCheckTimeoutSeconds, 'HealthCheckTimeoutSeconds'),
    healthyThreshold: required(raw.HealthyThresholdCount, 'HealthyThresholdCount'),
    unhealthyThreshold: required(raw.UnhealthyThresholdCount, 'UnhealthyThresholdCount'),
  };
}
