import { Token } from 'aws-cdk-lib';
import {
  CfnLoadBalancer,
  type IApplicationLoadBalancer,
  type INetworkLoadBalancer,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** The groups that a load balancer of the app wears, up to the moment of asking: those set on its resource, or else its own. */
export function wornGroups({ node, connections }: IApplicationLoadBalancer | INetworkLoadBalancer): readonly string[] {
  const set = node.defaultChild instanceof CfnLoadBalancer ? node.defaultChild.securityGroups : undefined;
  // CDK sets one token, which becomes what the connections hold at synthesis.
  if (set !== undefined && !Token.isUnresolved(set)) return set;
  return connections.securityGroups.map(({ securityGroupId }) => securityGroupId);
}
