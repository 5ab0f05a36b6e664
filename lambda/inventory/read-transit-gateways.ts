import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from '../model/network.ts';
import type { AwsClients } from './aws-clients.ts';
import { mapBounded } from './map-bounded.ts';
import { readPages } from './read-pages.ts';
import { transitGatewayAttachments } from './transit-gateway-attachments.ts';
import { transitGatewayRouteTables } from './transit-gateway-route-tables.ts';
import { transitGatewayRoutes } from './transit-gateway-routes.ts';
import { transitGatewayVpcAttachments } from './transit-gateway-vpc-attachments.ts';
import { transitGateways } from './transit-gateways.ts';

/** The three facts about transit gateways. */
export type OfTransitGateways = Pick<
  Inventory,
  'transitGateways' | 'transitGatewayAttachments' | 'transitGatewayRouteTables'
>;

const IN_FLIGHT = 4;

/** These transit gateways, all that is attached to them, and the routes of each table that judges what comes in. */
export async function readTransitGateways(clients: AwsClients, ids: readonly string[]): Promise<OfTransitGateways> {
  const [gateways, attachments, tables] = await Promise.all([
    readPages(transitGateways, clients, ids),
    readAttachments(clients, ids),
    readPages(transitGatewayRouteTables, clients, ids),
  ]);
  if (!tables.known) {
    return { transitGateways: gateways, transitGatewayAttachments: attachments, transitGatewayRouteTables: tables };
  }
  const judges = judgesAmong(attachments);
  const withRoutes = await mapBounded(IN_FLIGHT, tables.value, async (table): Promise<TransitGatewayRouteTable> => {
    const judging = judges === null || judges.has(table.id);
    return { ...table, routes: judging ? await readPages(transitGatewayRoutes, clients, [table.id]) : UNUSED };
  });
  return {
    transitGateways: gateways,
    transitGatewayAttachments: attachments,
    transitGatewayRouteTables: known(withRoutes),
  };
}

const UNUSED = unknown('not-asked', 'no attachment is associated with the table');

/** Subnets and options of the VPCs' attachments are another call; without it the attachments are but half known. */
async function readAttachments(
  clients: AwsClients,
  ids: readonly string[],
): Promise<Fact<readonly TransitGatewayAttachment[]>> {
  const attachments = await readPages(transitGatewayAttachments, clients, ids);
  if (!attachments.known) return attachments;
  const ofVpcs = await readPages(transitGatewayVpcAttachments, clients, ids);
  if (!ofVpcs.known) return ofVpcs;
  const vpcOf = new Map(ofVpcs.value.map(({ id, vpc }) => [id, vpc]));
  return known(attachments.value.map((one) => ({ ...one, vpc: vpcOf.get(one.id) ?? null })));
}

/** The tables that attachments are associated with; null where the attachments are not known. */
function judgesAmong(attachments: Fact<readonly TransitGatewayAttachment[]>): ReadonlySet<string> | null {
  return attachments.known ? new Set(attachments.value.flatMap((one) => one.routeTableId ?? [])) : null;
}
