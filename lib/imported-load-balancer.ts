import { Token } from 'aws-cdk-lib';
import type { IApplicationLoadBalancer, INetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { isLoadBalancer } from './checks/is-load-balancer.ts';
import { isPlaceholder } from './checks/is-placeholder.ts';
import { wrongProperty } from './checks/wrong-property.ts';
import type { ImportedLoadBalancer, LoadBalancerDescription } from './load-balancer-source.ts';
import { missingOfImported } from './missing-of-imported.ts';
import { vpcRanges } from './vpc-ranges.ts';

/** The description of an imported load balancer: what is given goes before what the construct tells. Throws where neither says it. */
export function importedLoadBalancer(source: ImportedLoadBalancer, property: string): LoadBalancerDescription {
  const { loadBalancer, subnets } = source;
  if (!isLoadBalancer(loadBalancer)) {
    throw wrongProperty(`${property}.loadBalancer`, loadBalancer, 'a load balancer, as fromLookup gives it');
  }
  const { vpc } = loadBalancer;
  const vpcId = source.vpcId ?? vpc?.vpcId;
  if (contradicts(vpcId, vpc?.vpcId)) {
    throw wrongProperty(`${property}.vpcId`, vpcId, `that of its loadBalancer, ${vpc?.vpcId}`);
  }
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

function contradicts(...ids: readonly (string | undefined)[]): boolean {
  const known = ids.filter((id) => id !== undefined && !Token.isUnresolved(id) && !isPlaceholder(id));
  return new Set(known).size > 1;
}

/** An imported Network Load Balancer knows its groups as ids; as connections only where it was looked up. */
function groupsOf(loadBalancer: IApplicationLoadBalancer | INetworkLoadBalancer): readonly string[] {
  const ids = 'securityGroups' in loadBalancer ? loadBalancer.securityGroups : undefined;
  return ids ?? loadBalancer.connections.securityGroups.map(({ securityGroupId }) => securityGroupId);
}
