import { type Cidr, contains, parseCidr } from '../model/address.ts';
import type { Inventory } from '../model/inventory.ts';
import type { PeeringSide } from '../model/network.ts';
import { knownValues } from './known-values.ts';

type Beyond = Pick<Inventory, 'peerings' | 'transitGatewayAttachments' | 'transitGatewayRouteTables'>;

/** What is asked about: VPCs read so far, where their routes lead (`pcx-1`), and the destinations that matter. */
type From = {
  readonly vpcIds: readonly string[];
  readonly targets: readonly string[];
  readonly destinations: readonly Cidr[] | 'all';
};

/**
 * The VPCs of the same account and Region that routes lead to over a peering or a transit gateway: one step, since
 * peerings are not passed through (VPC peering guide, *Unsupported configurations*). Others cannot be read from here.
 */
export function furtherVpcIds(beyond: Beyond, from: From): readonly string[] {
  const further = [...overPeerings(beyond, from), ...overTransitGateways(beyond, from)];
  return [...new Set(further)].filter((id) => !from.vpcIds.includes(id));
}

function overPeerings({ peerings }: Beyond, { vpcIds, targets }: From): readonly string[] {
  const led = knownValues([peerings]).filter(({ id, status }) => status === 'active' && targets.includes(id));
  return led.flatMap(({ requester, accepter }) => {
    if (!isAlike(requester, accepter)) return [];
    const sides = [requester.vpcId, accepter.vpcId];
    return sides.some((id) => vpcIds.includes(id)) ? sides : [];
  });
}

function isAlike(a: PeeringSide, b: PeeringSide): boolean {
  return a.ownerId === b.ownerId && a.region === b.region;
}

function overTransitGateways(beyond: Beyond, { vpcIds, destinations }: From): readonly string[] {
  const attachments = knownValues([beyond.transitGatewayAttachments]).filter((one) => one.resourceType === 'vpc');
  const owners = attachments.filter((one) => vpcIds.includes(one.resourceId)).map((one) => one.resourceOwnerId);
  const routes = knownValues(knownValues([beyond.transitGatewayRouteTables]).map((table) => table.routes));
  const led = new Set(
    routes.filter((route) => leadsTo(route.destination, destinations)).flatMap((route) => route.attachmentIds),
  );
  return attachments
    .filter((one) => led.has(one.id) && owners.includes(one.resourceOwnerId))
    .map((one) => one.resourceId);
}

function leadsTo(destination: string, destinations: readonly Cidr[] | 'all'): boolean {
  if (destinations === 'all') return true;
  const range = parseCidr(destination);
  return range !== null && destinations.some((one) => contains(range, one));
}
