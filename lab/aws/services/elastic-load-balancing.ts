import { deregisterTargets } from '../elbv2/deregister-targets.ts';
import { describeListeners } from '../elbv2/describe-listeners.ts';
import { describeLoadBalancerAttributes } from '../elbv2/describe-load-balancer-attributes.ts';
import { describeLoadBalancers } from '../elbv2/describe-load-balancers.ts';
import { describeRules } from '../elbv2/describe-rules.ts';
import { describeTags } from '../elbv2/describe-tags.ts';
import { describeTargetGroupAttributes } from '../elbv2/describe-target-group-attributes.ts';
import { describeTargetGroups } from '../elbv2/describe-target-groups.ts';
import { describeTargetHealth } from '../elbv2/describe-target-health.ts';
import { registerTargets } from '../elbv2/register-targets.ts';
import type { Service } from '../operation.ts';

/** Elastic Load Balancing v2. */
export const elasticLoadBalancing: Service = {
  signingName: 'elasticloadbalancing',
  version: '2015-12-01',
  target: null,
  operations: {
    DeregisterTargets: deregisterTargets,
    DescribeListeners: describeListeners,
    DescribeLoadBalancerAttributes: describeLoadBalancerAttributes,
    DescribeLoadBalancers: describeLoadBalancers,
    DescribeRules: describeRules,
    DescribeTags: describeTags,
    DescribeTargetGroupAttributes: describeTargetGroupAttributes,
    DescribeTargetGroups: describeTargetGroups,
    DescribeTargetHealth: describeTargetHealth,
    RegisterTargets: registerTargets,
  },
};
