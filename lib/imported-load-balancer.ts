import type { IApplicationLoadBalancer, INetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { wrongProperty } from './checks/wrong-property.ts';
import type { ImportedLoadBalancer, LoadBalancerDescription } from './load-balancer-source.ts';
import { missingOfImported } from './missing-of-imported.ts';
import { vpcRanges } from './vpc-ranges.ts';

/** The description of an imported load balancer: what is given goes before what the construct tells. Throws where neither says it. */
export function importedLoadBalancer(source: ImportedLoadBalancer, property: string): LoadBalancerDescription {
  const { loadBalancer, subnets } = source;
  if (typeof loadBalancer !== 'object' || loadBalancer === null || !('loadBalancerArn' in loadBalancer)) {
    throw wrongProperty(`${property}.loadBalancer`, loadBalancer, 'a load balancer, as fromLookup gives it');
  }
  const { vpc } = loadBalancer;
  const vpcId = source.vpcId ?? vpc?.vpcId;
  if (vpcId === undefined || subnets === undefined) {
    const missing = vpcId === undefined ? 'vpcId' : 'subnets';
    throw wrongProperty(`${property}.${missing}`, undefined, `given here: write ${missingOfImported(loadBalancer)}`);
  }
  return {
    arn: loadBalancer.loadBalancerArn,
    vpcId,
    vpcCidrs: source.vpcCidrs ?? (vpc === undefined ? [] : vpcRanges(vpc)),
    subnets,
    securityGroups: source.securityGroups ?? groupsOf(loadBalancer),
    dualStack: source.dualStack,
  };
}

/** An imported Network Load Balancer knows its groups as ids; as connections only where it was looked up. */
function groupsOf(loadBalancer: IApplicationLoadBalancer | INetworkLoadBalancer): readonly string[] {
  const ids = 'securityGroups' in loadBalancer ? loadBalancer.securityGroups : undefined;
  return ids ?? loadBalancer.connections.securityGroups.map(({ securityGroupId }) => securityGroupId);
}
