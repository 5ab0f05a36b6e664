import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { attributeList } from './attribute-list.ts';
import { chosenBy } from './chosen-by.ts';
import { requiredText } from './required-text.ts';

/** `DescribeLoadBalancerAttributes`: one load balancer per call. */
export const describeLoadBalancerAttributes: Operation = {
  action: 'elasticloadbalancing:DescribeLoadBalancerAttributes',
  run: (input, { world }) => {
    const wanted = [requiredText(input, 'LoadBalancerArn')];
    const loadBalancers = chosenBy(world.loadBalancers, wanted, ({ arn }) => arn, absences.loadBalancer);
    return { Attributes: loadBalancers.flatMap(({ attributes }) => attributeList(attributes)) };
  },
};
