import type { EndpointContext } from '../model/evidence.ts';
import type { RulePeer } from '../model/inventory.ts';
import type { StationHop } from './station-facts.ts';

/**
 * How a security group rule names a load balancer: by its first group, which is the least; one without groups is known by
 * its nodes' addresses, or its subnets, as far as these hops start there.
 */
export function loadBalancerPeers(
  hops: readonly StationHop[],
  { loadBalancer }: Pick<EndpointContext, 'loadBalancer'>,
): readonly RulePeer[] {
  const [first] = loadBalancer.securityGroups;
  if (first !== undefined) return [{ kind: 'security-group', id: first, ownerId: null, vpcId: loadBalancer.vpcId }];
  const cidrs = new Set(hops.map(({ flow }) => flow.source.cidr));
  return [...cidrs].map((cidr) => ({ kind: 'cidr', cidr }));
}
