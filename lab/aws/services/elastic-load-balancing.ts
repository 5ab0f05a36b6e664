import { createListener } from '../elbv2/create-listener.ts';
import { deregisterTargets } from '../elbv2/deregister-targets.ts';
import { describeListeners } from '../elbv2/describe-listeners.ts';
import { describeLoadBalancerAttributes } from '../elbv2/describe-load-balancer-attributes.ts';
import { describeLoadBalancers } from '../elbv2/describe-load-balancers.ts';
import { describeRules } from '../elbv2/describe-rules.ts';
import { describeTags } from '../elbv2/describe-tags.ts';
import { describeTargetGroupAttributes } from '../elbv2/describe-target-group-attributes.ts';
import { describeTargetGroups } from '../elbv2/describe-target-groups.ts';
import { describeTargetHealth } from '../elbv2/describe-target-health.ts';
import { modifyListener } from '../elbv2/modify-listener.ts';
import { modifyRule } from '../elbv2/modify-rule.ts';
import { modifyTargetGroupAttributes } from '../elbv2/modify-target-group-attributes.ts';
import { registerTargets } from '../elbv2/register-targets.ts';
import { setSubnets } from '../elbv2/set-subnets.ts';
import type { Service } from '../operation.ts';

/** Elastic Load Balancing v2. */
export const elasticLoadBalancing: Service = {
  signingName: 'elasticloadbalancing',
  version: '2015-12-01',
  target: null,
  operations: {
    CreateListener: createListener,
    DeregisterTargets: deregisterTargets,
    DescribeListeners: describeListeners,
    DescribeLoadBalancerAttributes: describeLoadBalancerAttributes,
    DescribeLoadBalancers: describeLoadBalancers,
    DescribeRules: describeRules,
    DescribeTags: describeTags,
    DescribeTargetGroupAttributes: describeTargetGroupAttributes,
    DescribeTargetGroups: describeTargetGroups,
    DescribeTargetHealth: describeTargetHealth,
    ModifyListener: modifyListener,
    ModifyRule: modifyRule,
    ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
    RegisterTargets: registerTargets,
    SetSubnets: setSubnets,
  },
};
