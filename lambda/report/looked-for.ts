import type { Fact } from '../model/fact.ts';
import type { Inventory, Listener } from '../model/inventory.ts';

/** A fact of an inventory, and what it is in words. */
export type Looked = { readonly what: string; readonly fact: Fact<unknown> };

/** Every fact of an inventory; less what was not asked for because nothing needed it. */
export function lookedFor(inventory: Inventory): readonly Looked[] {
  return [
    { what: 'target groups', fact: inventory.targetGroups },
    ...ofLoadBalancers(inventory),
    ...Object.entries(inventory.rules).map(([arn, fact]) => ({
      what: `rules of ${listenerName(inventory, arn)}`,
      fact,
    })),
    ...ofTargetGroups(inventory),
    { what: 'VPCs', fact: inventory.vpcs },
    { what: 'subnets', fact: inventory.subnets },
    { what: 'security groups', fact: inventory.securityGroups },
    { what: 'security group rules', fact: inventory.securityGroupRules },
    { what: 'network ACLs', fact: inventory.networkAcls },
    { what: 'route tables', fact: inventory.routeTables },
    { what: 'network interfaces', fact: inventory.networkInterfaces },
    { what: 'instances', fact: inventory.instances },
    ...widerNetwork(inventory).filter(({ fact }) => fact.known || fact.kind !== 'not-asked'),
  ];
}

/** Kinds that are asked for only where something leads to them: that nobody asked says that nothing needed them. */
function widerNetwork(inventory: Inventory): readonly Looked[] {
  return [
    { what: 'instance statuses', fact: inventory.instanceStatuses },
    { what: 'prefix lists', fact: inventory.prefixLists },
    ...listed(inventory.prefixLists).map(({ name, cidrs }) => ({
      what: `entries of prefix list ${name}`,
      fact: cidrs,
    })),
    { what: 'VPC peerings', fact: inventory.peerings },
    { what: 'stale security groups', fact: inventory.staleSecurityGroups },
    { what: 'associations of security groups with VPCs', fact: inventory.securityGroupVpcAssociations },
    { what: 'transit gateways', fact: inventory.transitGateways },
    { what: 'transit gateway attachments', fact: inventory.transitGatewayAttachments },
    { what: 'transit gateway route tables', fact: inventory.transitGatewayRouteTables },
    ...listed(inventory.transitGatewayRouteTables).map(({ id, routes }) => ({
      what: `routes of transit gateway route table ${id}`,
      fact: routes,
    })),
    { what: 'NAT gateways', fact: inventory.natGateways },
    { what: 'internet gateways', fact: inventory.internetGateways },
    { what: 'VPC endpoints', fact: inventory.vpcEndpoints },
    { what: 'block public access settings', fact: inventory.blockPublicAccess },
  ];
}

function listed<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact.known ? fact.value : [];
}

function ofLoadBalancers(inventory: Inventory): readonly Looked[] {
  const nameOf = (arn: string) => inventory.loadBalancers.find((one) => one.arn === arn)?.name ?? arn;
  return [
    ...inventory.loadBalancers.map(({ name, attributes }) => ({
      what: `attributes of load balancer ${name}`,
      fact: attributes,
    })),
    ...Object.entries(inventory.listeners).map(([arn, fact]) => ({
      what: `listeners of load balancer ${nameOf(arn)}`,
      fact,
    })),
  ];
}

function ofTargetGroups(inventory: Inventory): readonly Looked[] {
  const groups = listed(inventory.targetGroups);
  const nameOf = (arn: string) => groups.find((one) => one.arn === arn)?.name ?? arn;
  // Nobody is served by the others, and nothing of them is asked for.
  const unused = new Set(groups.filter(({ loadBalancerArns }) => loadBalancerArns.length === 0).map(({ arn }) => arn));
  const used = groups.filter(({ arn }) => !unused.has(arn));
  const health = Object.entries(inventory.targetHealth).filter(([arn]) => !unused.has(arn));
  return [
    ...used.map(({ name, attributes }) => ({ what: `attributes of target group ${name}`, fact: attributes })),
    ...health.map(([arn, fact]) => ({
      what: `target health of target group ${nameOf(arn)}`,
      fact,
    })),
  ];
}

function listenerName(inventory: Inventory, arn: string): string {
  const listeners = Object.values(inventory.listeners).flatMap((fact): readonly Listener[] => listed(fact));
  const listener = listeners.find((one) => one.arn === arn);
  if (listener === undefined) return `listener ${arn}`;
  const owner = inventory.loadBalancers.find((one) => one.arn === listener.loadBalancerArn);
  return `listener ${listener.protocol}:${listener.port} of load balancer ${owner?.name ?? listener.loadBalancerArn}`;
}
