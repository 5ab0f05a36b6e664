import type { Inventory } from '../../model/inventory.ts';
import type { TransitGatewayAttachment } from '../../model/network.ts';
import { knownValues } from '../known-values.ts';
import { mapFact } from '../map-fact.ts';
import { transitGatewayAttachments } from '../transit-gateway-attachments.ts';
import { transitGatewayRouteTables } from '../transit-gateway-route-tables.ts';
import { transitGatewayRoutes } from '../transit-gateway-routes.ts';
import { transitGatewayVpcAttachments } from '../transit-gateway-vpc-attachments.ts';
import { transitGateways } from '../transit-gateways.ts';
import type { SavedFacts } from './saved-facts.ts';
import { wideNetworkSchemas as schemas } from './wide-network-schemas.ts';

const id = (noun: { readonly id: string }) => noun.id;

const GATEWAYS = { noun: transitGateways.noun, schema: schemas.transitGateway, id };
const ATTACHMENTS = {
  noun: transitGatewayAttachments.noun,
  schema: schemas.transitGatewayAttachment.omit({ vpc: true }),
  id,
};
const OF_VPCS = {
  noun: transitGatewayVpcAttachments.noun,
  schema: schemas.transitGatewayAttachment.pick({ id: true, vpc: true }),
  id: (one: Pick<TransitGatewayAttachment, 'id' | 'vpc'>) => one.id,
};
const TABLES = {
  noun: transitGatewayRouteTables.noun,
  schema: schemas.transitGatewayRouteTable.omit({ routes: true }),
  id,
};
const ROUTES = {
  noun: transitGatewayRoutes.noun,
  schema: schemas.transitGatewayRoute,
  id: (route: { readonly destination: string }) => route.destination,
};

/** What saved answers tell of transit gateways. Throws `CannotCheck`. */
export function savedTransitGateways({
  all,
  of,
}: SavedFacts): Pick<Inventory, 'transitGateways' | 'transitGatewayAttachments' | 'transitGatewayRouteTables'> {
  const ofVpcs = new Map(knownValues([all('TransitGatewayVpcAttachments', OF_VPCS)]).map((one) => [one.id, one.vpc]));
  return {
    transitGateways: all('TransitGateways', GATEWAYS),
    transitGatewayAttachments: mapFact(all('TransitGatewayAttachments', ATTACHMENTS), (attachments) =>
      attachments.map((one) => ({ ...one, vpc: ofVpcs.get(one.id) ?? null })),
    ),
    transitGatewayRouteTables: mapFact(all('TransitGatewayRouteTables', TABLES), (tables) =>
      tables.map((one) => ({ ...one, routes: of('TransitGatewayRoutes', one.id, ROUTES) })),
    ),
  };
}
