import type { Inventory } from '../../model/inventory.ts';
import type { TransitGateway, TransitGatewayAttachment } from '../../model/network.ts';
import type { Link } from '../link.ts';
import type { Located } from '../locate.ts';
import { judgeNetworkAcl } from '../network-acl.ts';
import { present } from '../present.ts';
import type { Step, Trip } from '../step.ts';
import { transitGatewayEntry } from './transit-gateway-entry.ts';
import { transitGatewayExit } from './transit-gateway-exit.ts';
import { judgeTransitGatewayTable } from './transit-gateway-table.ts';

/**
 * What a transit gateway does with packets that the table of `place` hands to it: in by the VPC's attachment, on by the
 * table that this is associated with, out by the attachment that the table names. The network ACL of the attachment's
 * subnet judges what comes in (AWS, *Network ACLs for transit gateways*).
 */
export function throughTransitGateway(inventory: Inventory, id: string, place: Located, trip: Trip): Step {
  const { hop, gateway, attachment, subnet } = transitGatewayEntry(inventory, id, place);
  if (gateway === null || attachment === null || subnet === undefined) {
    return { hops: [hop], next: { kind: 'lost', seen: true } };
  }
  const inwards = judgeNetworkAcl(inventory, 'ingress', subnet, trip.from, trip.ports);
  const table = judgeTransitGatewayTable(inventory, gateway, attachment, trip.to);
  const hops = present(hop, inwards, table.hop);
  if (table.attachmentId === null) return { hops, next: { kind: 'lost', seen: true } };
  const exit = transitGatewayExit(inventory, table.attachmentId, place.zone, trip);
  return {
    hops: [...hops, ...exit.hops],
    next: exit.next,
    ...(exit.attachment === null ? {} : { link: linkOf(gateway, attachment, exit.attachment) }),
  };
}

/** References count for what comes in, where the gateway and both attachments support them. */
function linkOf(gateway: TransitGateway, ...attachments: readonly TransitGatewayAttachment[]): Link {
  const unread = attachments.find(({ vpc }) => vpc === null);
  if (unread !== undefined) return { honours: 'not-known', why: `whether ${unread.id} supports references is not` };
  const refusing = gateway.securityGroupReferencing
    ? attachments.find(({ vpc }) => vpc?.securityGroupReferencing === false)
    : gateway;
  if (refusing !== undefined)
    return { honours: 'never', why: `${refusing.id} does not support security group referencing` };
  return { honours: 'ingress', why: `over ${gateway.id} references count for what comes in, not for what goes out` };
}
