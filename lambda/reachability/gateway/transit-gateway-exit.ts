import { known } from '../../model/fact.ts';
import type { Decision, Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { TransitGatewayAttachment } from '../../model/network.ts';
import type { Located } from '../locate.ts';
import { judgeNetworkAcl } from '../network-acl.ts';
import { present } from '../present.ts';
import { judgeRoute } from '../route-table.ts';
import type { Step, Trip } from '../step.ts';
import { attachmentSubnets } from './attachment-subnets.ts';
import { find } from './find.ts';

type Exit = Pick<Step, 'hops' | 'next'> & { readonly attachment: TransitGatewayAttachment | null };

/**
 * How packets leave a transit gateway by an attachment. Into a VPC they come by one of its subnets, in their own zone where
 * it has one there and appliance mode is off, and go on by that subnet's route table; its network ACL judges them on the
 * way out to another subnet (AWS, *Amazon VPC attachments*, *Network ACLs for transit gateways*).
 */
export function transitGatewayExit(inventory: Inventory, id: string, zone: string | null, trip: Trip): Exit {
  const found = find(inventory.transitGatewayAttachments, 'transit gateway attachments', id);
  if (!found.known) return lost({ resource: id }, 'unknown', found.reason);
  const attachment = found.value;
  const { state, resourceType, resourceId, transitGatewayId } = attachment;
  const at = { resource: transitGatewayId, line: id };
  if (state !== 'available') return lost(at, 'deny', `${id} to ${resourceId} is ${state}, not available`);
  if (resourceType !== 'vpc') {
    const why = `${id} leads on to a ${resourceType} (${resourceId}), and what lies beyond is not judged`;
    return lost(at, 'unknown', why);
  }
  return intoVpc(inventory, attachment, zone, trip);
}

type At = Pick<Hop, 'resource' | 'line'>;

function lost(at: At, decision: Decision, why: string): Exit {
  const hop: Hop = { kind: 'transit-gateway', ...at, decision, why };
  return { hops: [hop], next: { kind: 'lost', seen: true }, attachment: null };
}

/** Where the inventory holds none of the attachment's subnets, the VPC is somebody else's: nobody knows how they go on. */
function intoVpc(inventory: Inventory, attachment: TransitGatewayAttachment, zone: string | null, trip: Trip): Exit {
  const { id, resourceId, transitGatewayId, vpc } = attachment;
  const at = { resource: transitGatewayId, line: id };
  const why = `${id} leads into ${resourceId}${vpc?.applianceMode ? ', in appliance mode' : ''}`;
  const hop: Hop = { kind: 'transit-gateway', ...at, decision: 'allow', why };
  const subnets = attachmentSubnets(inventory, attachment);
  const near = vpc?.applianceMode ? undefined : subnets.find((subnet) => subnet.zone === zone);
  const place = near ?? subnets[0];
  if (place === undefined) {
    return { hops: [hop], next: { kind: 'vpc', vpc: known(resourceId), subnetId: null }, attachment };
  }
  const doubt = near === undefined ? doubtBetween(inventory, subnets, trip.to) : null;
  if (doubt !== null) return lost(at, 'unknown', `${why}, ${doubt}`);
  const out =
    place.subnetId === trip.to.subnetId ? null : judgeNetworkAcl(inventory, 'egress', place, trip.to, trip.ports);
  return { hops: present(hop, out), next: { kind: 'on', place }, attachment };
}

/** Packets may come by any of several subnets: a doubt only where their tables do not say the same. */
function doubtBetween(inventory: Inventory, subnets: readonly Located[], to: Located): string | null {
  const said = subnets.map((subnet) => judgeRoute(inventory, subnet, to));
  const ways = new Set(said.map(({ hop, route }) => `${hop.decision} ${route?.target}`));
  const names = subnets.map(({ subnetId }) => subnetId).join(' or ');
  return ways.size < 2 ? null : `by ${names}, whose route tables differ`;
}
