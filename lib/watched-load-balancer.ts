import { Fn, Token } from 'aws-cdk-lib';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { checkIds } from './check-ids.ts';
import type { LoadBalancerDescription, LoadBalancerSource } from './load-balancer-source.ts';
import { wrongProperty } from './wrong-property.ts';

/** A load balancer as the rest of the construct sees it. Any text may be a token. */
export type WatchedLoadBalancer = {
  readonly arn: string;
  readonly name: string;
  readonly vpcId: string;
  readonly vpcCidrs: readonly string[];
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
};

/** Reads either kind of source. Throws where it does not tell enough; `property` is its place in the props, for the error. */
export function watchedLoadBalancer(source: LoadBalancerSource, property: string): WatchedLoadBalancer {
  return 'arn' in source ? described(source, property) : built(source, property);
}

const ARN =
  /^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/(?:app|net)\/([A-Za-z0-9-]+)\/[0-9a-f]+$/;

function described(source: LoadBalancerDescription, property: string): WatchedLoadBalancer {
  const { arn, vpcId, vpcCidrs = [], subnets, securityGroups = [] } = source;
  const securityGroupsNeeded = nameOf(arn, property).isApplication && securityGroups.length === 0;
  if (subnets.length === 0) throw wrongProperty(`${property}.subnets`, subnets, 'one subnet for each of its zones');
  if (securityGroupsNeeded) {
    const allowed = 'those of the Application Load Balancer, which always has one';
    throw wrongProperty(`${property}.securityGroups`, securityGroups, allowed);
  }
  checkIds(`${property}.vpcId`, [vpcId], 'vpc');
  checkIds(`${property}.subnets`, subnets, 'subnet');
  checkIds(`${property}.securityGroups`, securityGroups, 'sg');
  const { name } = nameOf(arn, property);
  return { arn, name, vpcId, vpcCidrs, subnets, securityGroups };
}

/** A token's name is cut from it when it is deployed: `…:loadbalancer/app/NAME/ID`. */
function nameOf(arn: string, property: string): { readonly name: string; readonly isApplication: boolean } {
  if (Token.isUnresolved(arn)) return { name: Fn.select(2, Fn.split('/', arn)), isApplication: false };
  const name = ARN.exec(arn)?.[1];
  if (name !== undefined) return { name, isApplication: arn.includes(':loadbalancer/app/') };
  const allowed =
    'the ARN of an Application or Network Load Balancer, arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app|net/NAME/ID';
  throw wrongProperty(`${property}.arn`, arn, allowed);
}

function built(source: Exclude<LoadBalancerSource, LoadBalancerDescription>, property: string): WatchedLoadBalancer {
  const { defaultChild } = source.node;
  if (!(defaultChild instanceof CfnLoadBalancer) || source.vpc === undefined) {
    const allowed =
      'a load balancer that this app builds, or for an imported one { arn, vpcId, vpcCidrs, subnets, securityGroups }';
    throw wrongProperty(property, source.node.path, allowed);
  }
  return {
    arn: defaultChild.ref,
    name: defaultChild.attrLoadBalancerName,
    vpcId: source.vpc.vpcId,
    vpcCidrs: [source.vpc.vpcCidrBlock],
    subnets: subnetsOf(defaultChild),
    securityGroups: source.connections.securityGroups.map(({ securityGroupId }) => securityGroupId),
  };
}

function subnetsOf({ subnets, subnetMappings }: CfnLoadBalancer): readonly string[] {
  if (subnets !== undefined && subnets.length > 0) return subnets;
  const mappings = Array.isArray(subnetMappings) ? subnetMappings : [];
  return mappings.flatMap((mapping) => ('subnetId' in mapping ? [mapping.subnetId] : []));
}
