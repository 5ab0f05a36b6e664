import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { pageAnswer } from './page-answer.ts';

type TargetGroup = World['targetGroups'][number];

/** `DescribeTargetGroups`: all, those of one load balancer, by ARN or by name. */
export const describeTargetGroups: Operation = {
  action: 'elasticloadbalancing:DescribeTargetGroups',
  run: (input, { world }) =>
    pageAnswer('DescribeTargetGroups', 'TargetGroups', chosen(input, world).map(treeOf), input),
};

function chosen(input: Input, world: World): readonly TargetGroup[] {
  const loadBalancerArn = textOf(input, 'LoadBalancerArn');
  const arns = textsOf(input, 'TargetGroupArns');
  const names = textsOf(input, 'Names');
  if ([loadBalancerArn !== undefined, arns.length > 0, names.length > 0].filter(Boolean).length > 1) {
    const message =
      'Target group names, target group ARNs and a load balancer ARN cannot be specified at the same time';
    throw new AwsError('ValidationError', message);
  }
  const { targetGroups } = world;
  if (arns.length > 0) return chosenBy(targetGroups, arns, ({ arn }) => arn, absences.targetGroup);
  if (names.length > 0) return chosenBy(targetGroups, names, ({ name }) => name, absences.targetGroup);
  if (loadBalancerArn === undefined) return targetGroups;
  chosenBy(world.loadBalancers, [loadBalancerArn], ({ arn }) => arn, absences.loadBalancer);
  return targetGroups.filter(({ loadBalancerArns }) => loadBalancerArns.includes(loadBalancerArn));
}

function treeOf({ healthCheck, ...group }: TargetGroup): TreeObject {
  // A function is invoked: AWS tells of no protocol and port of its checks either.
  const dialled = group.targetType !== 'lambda';
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    TargetType: group.targetType,
    Protocol: group.protocol,
    Port: group.port,
    VpcId: group.vpcId,
    IpAddressType: group.ipAddressType,
    LoadBalancerArns: group.loadBalancerArns,
    HealthCheckEnabled: healthCheck.enabled,
    HealthCheckProtocol: dialled ? healthCheck.protocol : undefined,
    HealthCheckPort: dialled ? healthCheck.port : undefined,
    HealthCheckPath: healthCheck.path,
    HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
    HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    Matcher: healthCheck.matcher === null ? undefined : { HttpCode: healthCheck.matcher },
  };
}
