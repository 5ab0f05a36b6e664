import type { EndpointContext } from '../model/evidence.ts';
import type { NetworkAcl, NetworkAclEntry, Subnet } from '../model/inventory.ts';
import { aclEntryInWords } from './acl-entry-in-words.ts';
import { aclPlaces } from './acl-places.ts';
import type { AclHole } from './open-network-acl.ts';
import { type Beside, type Blockage, pathFault } from './path-fault.ts';
import type { StationHop } from './station-facts.ts';
import { subnetRanges } from './subnet-ranges.ts';

/**
 * Where an ACL is judged: at packets that leave a subnet (`egress`) or come in, requests or answers. `along` are the
 * hops of the others: an ACL that two subnets share judges both by the same lines.
 */
export type AclStation = {
  readonly egress: boolean;
  readonly packets: 'request' | 'answer';
  readonly hops: readonly StationHop[];
  readonly along: readonly StationHop[];
};

/** What the faults of network ACLs rest on. */
export type AclFacts = Beside & { readonly networkAcls: readonly NetworkAcl[]; readonly subnets: readonly Subnet[] };

/** A line of a network ACL that swallows connections, and all that has to pass it. */
export type AclBlockage = Blockage & {
  readonly egress: boolean;
  readonly entries: readonly NetworkAclEntry[];
  /** A rule number as text, or `*`, the implicit deny. */
  readonly line: string;
  /** At least one. */
  readonly holes: readonly AclHole[];
  /** All holes that may ever be wanted, in a fixed order. */
  readonly neighbours: readonly AclHole[];
};

/** The lines of network ACLs that swallow connections at one station, the same for every fault of network ACLs. */
export function aclBlockages(station: AclStation, facts: AclFacts, context: EndpointContext): readonly AclBlockage[] {
  const { egress } = station;
  const { networkAcls, subnets } = facts;
  return pathFault(station.hops, facts, context).map((blockage) => {
    const entries = networkAcls.find(({ id }) => id === blockage.hop.resource)?.entries ?? [];
    const line = blockage.hop.line ?? '*';
    return {
      ...blockage,
      ...{ egress, entries, line },
      culprit: { resource: blockage.hop.resource, line, value: aclEntryInWords(entries, line, egress) },
      holes: holesOf(blockage, station, subnets),
      neighbours: aclPlaces(context.aclTraffic),
    };
  });
}

function holesOf({ hop, hops }: Blockage, station: AclStation, subnets: readonly Subnet[]): readonly AclHole[] {
  const places = hops.map(({ vantagePoint }) => vantagePoint.id);
  const along = station.along.filter(
    (one) =>
      one.hop.decision === 'deny' &&
      one.hop.resource === hop.resource &&
      one.hop.line === hop.line &&
      places.includes(one.vantagePoint.id),
  );
  const others = station.packets === 'request' ? 'answer' : 'request';
  return [
    ...holesFor(station.packets, hops, station.egress, subnets),
    ...holesFor(others, along, station.egress, subnets),
  ];
}

/** Requests go to the target's port, answers to the ports that the load balancer dials from. */
function holesFor(
  packets: AclStation['packets'],
  hops: readonly StationHop[],
  egress: boolean,
  subnets: readonly Subnet[],
): readonly AclHole[] {
  const towardsTarget = egress === (packets === 'request');
  const peers = hops.map(({ flow }) => (towardsTarget ? flow.destination : flow.source));
  return hops.slice(0, 1).flatMap(({ flow: { port, sourcePorts } }) => {
    const ports = packets === 'request' ? { from: port, to: port } : sourcePorts;
    return subnetRanges(peers, subnets).map((cidr) => ({ cidr, ports }));
  });
}
