import { builtLoadBalancer } from './built-load-balancer.ts';
import { checkIds } from './checks/check-ids.ts';
import { checkKeys } from './checks/check-keys.ts';
import { checkOneOf } from './checks/check-one-of.ts';
import { checkRanges } from './checks/check-ranges.ts';
import { isLoadBalancer } from './checks/is-load-balancer.ts';
import { knownKeys } from './checks/known-keys.ts';
import { wrongProperty } from './checks/wrong-property.ts';
import { importedLoadBalancer } from './imported-load-balancer.ts';
import type { ImportedLoadBalancer, LoadBalancerDescription, LoadBalancerSource } from './load-balancer-source.ts';
import { nameInArn } from './name-in-arn.ts';

/** A load balancer as the rest of the construct sees it. Any text may be a token. */
export type WatchedLoadBalancer = {
  readonly arn: string;
  readonly name: string;
  readonly vpcId: string;
  readonly vpcCidrs: readonly string[];
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  /** Whether its subnets are said to have IPv6 ranges. */
  readonly dualStack: boolean;
};

/** Reads any kind of source. Throws where it does not tell enough; `property` is its place in the props, for the error. */
export function watchedLoadBalancer(source: LoadBalancerSource, property: string): WatchedLoadBalancer {
  if (typeof source !== 'object' || source === null) throw wrongProperty(property, source, SOURCES);
  if ('node' in source) {
    if (!isLoadBalancer(source)) throw wrongProperty(property, source, SOURCES);
    return builtLoadBalancer(source, property);
  }
  const description = 'loadBalancer' in source ? imported(source, property) : source;
  return described(description, property);
}

const SOURCES =
  'a load balancer of the app, { loadBalancer, subnets } for an imported one, or { arn, vpcId, vpcCidrs, subnets, securityGroups }';

function imported(source: ImportedLoadBalancer, property: string): LoadBalancerDescription {
  checkKeys(property, source, knownKeys.imported);
  return importedLoadBalancer(source, property);
}

function described(source: LoadBalancerDescription, property: string): WatchedLoadBalancer {
  checkKeys(property, source, knownKeys.description);
  const { arn, vpcId, vpcCidrs = [], subnets, securityGroups = [], dualStack = false } = source;
  const { name, isApplication } = nameInArn(arn, property);
  checkIds(`${property}.vpcId`, [vpcId], 'vpc');
  checkIds(`${property}.subnets`, subnets, 'subnet');
  checkIds(`${property}.securityGroups`, securityGroups, 'sg');
  checkRanges(`${property}.vpcCidrs`, vpcCidrs);
  checkOneOf(`${property}.dualStack`, dualStack, [true, false]);
  if (subnets.length === 0) throw wrongProperty(`${property}.subnets`, subnets, 'one subnet for each of its zones');
  if (isApplication && securityGroups.length === 0) {
    const allowed = 'those of the Application Load Balancer, which always has one';
    throw wrongProperty(`${property}.securityGroups`, securityGroups, allowed);
  }
  return { arn, name, vpcId, vpcCidrs, subnets, securityGroups, dualStack };
}
