import type { Behind, EndpointContext, VantagePath } from '../model/evidence.ts';
import type { LoadBalancer, NetworkAcl, Subnet } from '../model/inventory.ts';
import { type AclBlockage, type AclStation, aclBlockages } from './acl-blockages.ts';
import { type ClientAclBlockage, clientAclBlockages } from './client-acl-blockages.ts';
import type { ClientHop } from './client-station-facts.ts';
import { hangsSome } from './hangs-some.ts';
import { isSilent } from './is-silent.ts';
import type { Beside } from './path-fault.ts';
import type { StationHop } from './station-facts.ts';

/** Where the ACL of the target's subnet is judged; its hops are there where they are known. */
export type TargetAclStation = Pick<AclStation, 'egress' | 'packets'> & {
  readonly hops: readonly StationHop[] | undefined;
  readonly along: readonly StationHop[] | undefined;
};

/** What the faults of the target's network ACL rest on, as far as it is known. */
export type TargetAclFacts = Beside & {
  readonly networkAcls?: readonly NetworkAcl[];
  readonly subnets?: readonly Subnet[];
  readonly paths?: readonly VantagePath[];
  readonly 'clients:network-acl'?: readonly ClientHop[];
};

/** A line of the network ACL of a target's subnet, and whose connections it swallows. */
export type TargetAclBlockage =
  | (AclBlockage & { readonly whose: 'load-balancer' })
  | (ClientAclBlockage & { readonly whose: 'clients'; readonly behind: Behind });

/**
 * The lines of the network ACL of a target's subnet that swallow the load balancer's connections, where it met silence. Where it
 * did not, those that swallow the connections of clients whose addresses it preserves, which no probe can show, and which
 * explain no silence of its own.
 */
export function targetAclBlockages(
  station: TargetAclStation,
  facts: TargetAclFacts,
  context: EndpointContext,
): readonly TargetAclBlockage[] {
  return isSilent(context) ? ownBlockages(station, facts, context) : clientsTurnedAway(station, facts, context);
}

function ownBlockages(
  { egress, packets, hops, along }: TargetAclStation,
  { networkAcls, subnets, ...beside }: TargetAclFacts,
  context: EndpointContext,
): readonly TargetAclBlockage[] {
  if (hops === undefined || along === undefined || networkAcls === undefined || subnets === undefined) return [];
  const found = aclBlockages({ egress, packets, hops, along }, { networkAcls, subnets, ...beside }, context);
  return found.map((blockage) => ({ ...blockage, whose: 'load-balancer' as const }));
}

function clientsTurnedAway(
  { egress }: TargetAclStation,
  { networkAcls = [], subnets = [], ...facts }: TargetAclFacts,
  { loadBalancer, targetGroup, aclTraffic }: EndpointContext,
): readonly TargetAclBlockage[] {
  const { paths, 'clients:network-acl': met } = facts;
  if (loadBalancer === null || targetGroup === null || paths === undefined || met === undefined) return [];
  // Where the load balancer itself is shut out, that comes first, or what was seen contradicts it.
  if (isShutOut(paths, egress)) return [];
  const hops = met.filter(({ hop }) => hop.kind === (egress ? 'network-acl-egress' : 'network-acl-ingress'));
  const spared = sparedBy(paths, loadBalancer, subnets);
  const preserved = { name: 'client addresses', value: `preserved by target group ${targetGroup.name}` };
  return clientAclBlockages(hops, networkAcls, { loadBalancer, aclTraffic }, spared).map((blockage) => ({
    ...blockage,
    facts: [...blockage.facts, preserved],
    ...{ whose: 'clients' as const, behind: { loadBalancer, targetGroup } },
  }));
}

function isShutOut(paths: readonly VantagePath[], egress: boolean): boolean {
  const hops = paths.flatMap(({ path }) =>
    egress
      ? path.return.filter(({ kind }) => kind === 'network-acl-egress')
      : path.forward.filter(({ kind }) => kind === 'network-acl-ingress'),
  );
  return hops.some((hop) => hop.decision === 'deny' && !hangsSome(hop));
}

/** The ranges of the load balancer's subnets, which must be let in, and of the target's own, whose ACL is not met there. */
function sparedBy(
  paths: readonly VantagePath[],
  { zones }: LoadBalancer,
  subnets: readonly Subnet[],
): readonly string[] {
  const own = paths.map(({ path }) => path.flow.destination.subnetId);
  const ids = [...zones.map(({ subnetId }) => subnetId), ...own];
  return subnets.filter(({ id }) => ids.includes(id)).flatMap(({ cidr, ipv6Cidrs }) => [cidr, ...ipv6Cidrs]);
}
