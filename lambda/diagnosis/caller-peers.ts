import type { EndpointContext } from '../model/evidence.ts';
import type { RulePeer, Subnet } from '../model/inventory.ts';
import { standsInVpc } from './stands-in-vpc.ts';
import type { StationHop } from './station-facts.ts';
import { subnetRanges } from './subnet-ranges.ts';

/**
 * How a security group rule names who dials: by its first group, which is the least, within one VPC; across VPCs, where
 * references count on some ways only and may be of another account, and without a group, by its subnets, as far as these
 * hops start there: nodes come and go within them, and our own probes start there, too
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 */
export function callerPeers(
  hops: readonly StationHop[],
  { caller: { securityGroups, vpcId } }: Pick<EndpointContext, 'caller'>,
  subnets: readonly Subnet[],
): readonly RulePeer[] {
  const [first] = securityGroups;
  if (first !== undefined && hops.every(({ flow }) => standsInVpc(flow.destination, vpcId, subnets))) {
    return [{ kind: 'security-group', id: first, ownerId: null, vpcId }];
  }
  const sources = hops.map(({ flow }) => flow.source);
  return subnetRanges(sources, subnets).map((cidr) => ({ kind: 'cidr', cidr }));
}
