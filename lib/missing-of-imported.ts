import type { IApplicationLoadBalancer, INetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { vpcRanges } from './vpc-ranges.ts';

/** What must be written for an imported load balancer: `{ loadBalancer, … }` with just that which the construct does not tell. */
export function missingOfImported({
  vpc,
  connections,
}: Pick<IApplicationLoadBalancer | INetworkLoadBalancer, 'vpc' | 'connections'>): string {
  const missing = [
    "subnets: ['subnet-…']",
    ...(vpc === undefined ? ["vpcId: 'vpc-…'"] : []),
    ...(vpc === undefined || vpcRanges(vpc).length === 0 ? ["vpcCidrs: ['10.0.0.0/16']"] : []),
    ...(connections.securityGroups.length === 0 ? ["securityGroups: ['sg-…'] if it has some"] : []),
  ];
  return `{ loadBalancer, ${missing.join(', ')} }`;
}
