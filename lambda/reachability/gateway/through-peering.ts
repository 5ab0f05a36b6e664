import { known } from '../../model/fact.ts';
import type { Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { PeeringSide, VpcPeering } from '../../model/network.ts';
import { addressName } from '../address-name.ts';
import { inSpan } from '../in-span.ts';
import type { Link } from '../link.ts';
import type { Located } from '../locate.ts';
import { readSpan } from '../read-span.ts';
import type { Step, Trip } from '../step.ts';
import { find } from './find.ts';

/**
 * What a peering connection does with packets that the table of `place` hands to it. It carries them while it is active,
 * between addresses of its two VPCs and nothing further (AWS, *VPC peering basics*, *peering limitations*).
 */
export function throughPeering(inventory: Inventory, id: string, place: Located, trip: Trip): Step {
  const peering = find(inventory.peerings, 'peerings', id);
  if (!peering.known) return lost(id, 'unknown', peering.reason);
  if (!place.vpc.known) return lost(id, 'unknown', `the VPC at this end of ${id} is not known: ${place.vpc.reason}`);
  const near = place.vpc.value;
  const { requester, accepter, status } = peering.value;
  const far = [requester, accepter].find(({ vpcId }) => vpcId !== near);
  if (far === undefined || [requester, accepter].every(({ vpcId }) => vpcId !== near)) {
    return lost(id, 'deny', `${id} does not join ${near} to another VPC`);
  }
  if (status !== 'active') return lost(id, 'deny', `${id} to ${far.vpcId} is ${status}, not active`);
  const refusal = whyNotCarried(trip, near, far);
  if (refusal !== null) return lost(id, 'deny', `${id} ${refusal}`);
  const why = `${id} carries ${addressName(trip.to.cidr)} to ${far.vpcId}`;
  return {
    hops: [{ kind: 'peering', resource: id, decision: 'allow', why }],
    next: { kind: 'vpc', vpc: known(far.vpcId), subnetId: null },
    link: linkOf(peering.value),
  };
}

function lost(resource: string, decision: Hop['decision'], why: string): Step {
  return { hops: [{ kind: 'peering', resource, decision, why }], next: { kind: 'lost', seen: true } };
}

/** A peering is not transitive: neither end may be beyond the VPCs that it joins. Ranges are listed while it is active. */
function whyNotCarried({ from, to }: Trip, near: string, far: PeeringSide): string | null {
  if (from.vpc.known && from.vpc.value !== near) {
    return `carries nothing that comes from beyond ${near}, as ${addressName(from.cidr)} of ${from.vpc.value} does`;
  }
  const ranges = [...far.cidrs, ...far.ipv6Cidrs];
  const spans = ranges.map(readSpan).filter((span) => span !== null);
  if (spans.length === 0 || spans.some((span) => inSpan(span, to.range))) return null;
  return `carries only addresses of ${far.vpcId} (${ranges.join(', ')}), not ${addressName(to.cidr)}`;
}

function linkOf({ id, requester, accepter }: VpcPeering): Link {
  if (requester.region === null || accepter.region === null) {
    return { honours: 'not-known', why: `${id} does not tell its Regions` };
  }
  if (requester.region === accepter.region) return { honours: 'always', why: `${id} joins VPCs of one Region` };
  return { honours: 'never', why: `${id} joins ${requester.region} and ${accepter.region}` };
}
