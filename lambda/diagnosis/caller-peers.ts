import type { EndpointContext } from '../model/evidence.ts';
import type { RulePeer } from '../model/inventory.ts';
import type { StationHop } from './station-facts.ts';

/**
 * How a security group rule names who dials: by its first group, which is the least; a load balancer without groups is known by
 * its nodes' addresses, or its subnets, as far as these hops start there.
 */
export function callerPeers(
  hops: readonly StationHop[],
  { caller }: Pick<EndpointContext, 'caller'>,
): readonly RulePeer[] {
  const [first] = caller.securityGroups;
  if (first !== undefined) return [{ kind: 'security-group', id: first, ownerId: null, vpcId: caller.vpcId }];
  const cidrs = new Set(hops.map(({ flow }) => flow.source.cidr));
  return [...cidrs].map((cidr) => ({ kind: 'cidr', cidr }));
}
