import type { World } from '../lab/world/world.ts';

/**
 * The least number of calls that can read what a check of all load balancers needs, each list on one page. Elastic Load
 * Balancing gives listeners and attributes of one load balancer at a time, rules of one listener, attributes and health of
 * one target group (*Elastic Load Balancing API reference*, 2015-12-01); everything else comes in one list.
 */
export function leastCalls({
  loadBalancers,
  listeners,
  targetGroups,
}: Pick<World, 'loadBalancers' | 'listeners' | 'targetGroups'>): number {
  return IN_ONE_LIST.length + 2 * loadBalancers.length + listeners.length + 2 * targetGroups.length;
}

const IN_ONE_LIST = [
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeTargetGroups',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeNetworkAcls',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSecurityGroupRules',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeInstances',
  'ec2:DescribeInstanceStatus',
  // What an internet-facing load balancer's clients come through.
  'ec2:DescribeInternetGateways',
  'ec2:DescribeVpcBlockPublicAccessOptions',
];
