import {
  CfnLoadBalancer,
  type IApplicationLoadBalancer,
  type INetworkLoadBalancer,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { wrongProperty } from './checks/wrong-property.ts';
import { missingOfImported } from './missing-of-imported.ts';
import { vpcRanges } from './vpc-ranges.ts';
import type { WatchedLoadBalancer } from './watched-load-balancer.ts';
import { wornGroups } from './worn-groups.ts';

/** Reads a load balancer that the app builds. Throws where it was imported, or where its subnets cannot be known. */
export function builtLoadBalancer(
  source: IApplicationLoadBalancer | INetworkLoadBalancer,
  property: string,
): WatchedLoadBalancer {
  const { defaultChild, path } = source.node;
  if (!(defaultChild instanceof CfnLoadBalancer) || source.vpc === undefined) {
    throw wrongProperty(
      property,
      path,
      `a load balancer that this app builds; an imported one is written ${missingOfImported(source)}`,
    );
  }
  const subnets = subnetsOf(defaultChild);
  if (subnets.length === 0) {
    const allowed =
      'a load balancer with Subnets or SubnetMappings that can be read: where they are set by an override, write';
    throw wrongProperty(
      `${property}: subnets of ${path}`,
      subnets,
      `${allowed} { loadBalancer, subnets: ['subnet-…'] }`,
    );
  }
  return {
    arn: defaultChild.ref,
    name: defaultChild.attrLoadBalancerName,
    vpcId: source.vpc.vpcId,
    vpcCidrs: vpcRanges(source.vpc),
    subnets,
    securityGroups: wornGroups(source),
    dualStack: false,
  };
}

function subnetsOf({ subnets, subnetMappings }: CfnLoadBalancer): readonly string[] {
  if (subnets !== undefined && subnets.length > 0) return subnets;
  const mappings = Array.isArray(subnetMappings) ? subnetMappings : [];
  return mappings.flatMap((mapping) => ('subnetId' in mapping ? [mapping.subnetId] : []));
}
