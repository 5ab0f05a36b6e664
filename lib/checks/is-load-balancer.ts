import type { IApplicationLoadBalancer, INetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** Whether a value is a load balancer as CDK has it, built or imported: neither its bare resource nor another construct. */
export function isLoadBalancer(value: unknown): value is IApplicationLoadBalancer | INetworkLoadBalancer {
  return typeof value === 'object' && value !== null && 'loadBalancerArn' in value && 'connections' in value;
}
