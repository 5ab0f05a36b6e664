import { type Fact, known, unknown } from '../../model/fact.ts';
import type { Decision, Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { TransitGateway, TransitGatewayAttachment } from '../../model/network.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { addressName } from '../address-name.ts';
import type { Located } from '../locate.ts';
import { attachmentSubnets } from './attachment-subnets.ts';
import { find } from './find.ts';

/** How packets get into a transit gateway; `attachment` is null where they do not, or that cannot be told. */
export type Entry = {
  readonly hop: Hop;
  readonly gateway: TransitGateway | null;
  readonly attachment: TransitGatewayAttachment | null;
  /** The attachment's subnet in the zone that they come from. */
  readonly subnet: Located | undefined;
};

/**
 * Judges the attachment by which a VPC's packets get into a transit gateway. It must have a subnet in the very zone that
 * they come from (AWS, *Amazon VPC attachments in AWS Transit Gateway*).
 */
export function transitGatewayEntry(inventory: Inventory, id: string, place: Located): Entry {
  const gateway = find(inventory.transitGateways, 'transit gateways', id);
  if (!gateway.known) return refused(id, 'unknown', gateway.reason);
  const { state } = gateway.value;
  if (state !== 'available') return refused(id, 'deny', `${id} is ${state}, not available`);
  const attachment = attachmentOf(inventory, id, place);
  if (!attachment.known) return refused(id, attachment.kind === 'not-found' ? 'deny' : 'unknown', attachment.reason);
  const ruling = rulingOf(inventory, attachment.value, place);
  const hop: Hop = { kind: 'transit-gateway', resource: id, line: attachment.value.id, ...ruling };
  if (ruling.decision !== 'allow') return { hop, gateway: gateway.value, attachment: null, subnet: undefined };
  const subnet = attachmentSubnets(inventory, attachment.value).find(({ zone }) => zone === place.zone);
  return { hop, gateway: gateway.value, attachment: attachment.value, subnet };
}

function refused(resource: string, decision: Decision, why: string): Entry {
  const hop: Hop = { kind: 'transit-gateway', resource, decision, why };
  return { hop, gateway: null, attachment: null, subnet: undefined };
}

function attachmentOf(
  { transitGatewayAttachments: all }: Inventory,
  id: string,
  { vpc, cidr }: Located,
): Fact<TransitGatewayAttachment> {
  if (!all.known) return unknown(kindOf(all.kind), whyUnknown('transit gateway attachments', all));
  if (!vpc.known)
    return unknown('failed', `the VPC of ${addressName(cidr)}, which ${id} must be attached to, is not known`);
  const own = all.value.find(
    (one) => one.transitGatewayId === id && one.resourceType === 'vpc' && one.resourceId === vpc.value,
  );
  return own === undefined ? unknown('not-found', `${id} has no attachment to ${vpc.value}`) : known(own);
}

/** A call that found nothing is not the same as an attachment that is not there. */
function kindOf(kind: Exclude<Fact<unknown>, { known: true }>['kind']) {
  return kind === 'not-found' ? 'failed' : kind;
}

function rulingOf(
  inventory: Inventory,
  attachment: TransitGatewayAttachment,
  { zone, cidr }: Located,
): { readonly decision: Decision; readonly why: string } {
  const { id, state, vpc, resourceId, transitGatewayId } = attachment;
  if (state !== 'available') return { decision: 'deny', why: `${id} of ${resourceId} is ${state}, not available` };
  if (vpc === null) {
    const why = `whether ${id} has a subnet in the zone of ${addressName(cidr)} is not known: its subnets could not be read`;
    return { decision: 'unknown', why };
  }
  const subnets = attachmentSubnets(inventory, attachment);
  const zones = subnets.map((subnet) => subnet.zone);
  if (!zones.includes(zone)) {
    const unread = vpc.subnetIds.filter((one) => !subnets.some(({ subnetId }) => subnetId === one));
    if (unread.length > 0) {
      const why = `whether ${id} has a subnet in ${zone} is not known: ${unread.join(' and ')} is not in the inventory`;
      return { decision: 'unknown', why };
    }
    const has = `it has those in ${zones.join(', ')}`;
    return { decision: 'deny', why: `${id} has no subnet in ${zone}, where the packets come from (${has})` };
  }
  const mode = vpc.applianceMode ? ', in appliance mode' : '';
  return { decision: 'allow', why: `${id} takes packets of ${resourceId} in ${zone} into ${transitGatewayId}${mode}` };
}
