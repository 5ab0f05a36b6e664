import type { Listener } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { listenerTree } from './listener-tree.ts';
import { pageAnswer } from './page-answer.ts';

/** `DescribeListeners`: those of one load balancer, or by ARN. */
export const describeListeners: Operation = {
  action: 'elasticloadbalancing:DescribeListeners',
  run: (input, { world }) =>
    pageAnswer('DescribeListeners', 'Listeners', chosen(input, world).map(listenerTree), input),
};

function chosen(input: Input, world: World): readonly Listener[] {
  const loadBalancerArn = textOf(input, 'LoadBalancerArn');
  const arns = textsOf(input, 'ListenerArns');
  if ((loadBalancerArn === undefined) === (arns.length === 0)) {
    throw new AwsError('ValidationError', 'You must specify either listener ARNs or a load balancer ARN');
  }
  if (loadBalancerArn === undefined) return chosenBy(world.listeners, arns, ({ arn }) => arn, absences.listener);
  chosenBy(world.loadBalancers, [loadBalancerArn], ({ arn }) => arn, absences.loadBalancer);
  return world.listeners.filter((listener) => listener.loadBalancerArn === loadBalancerArn);
}
