import type { Noun } from './noun.ts';

/** `DescribeTransitGatewayRouteTables`, without the routes. */
export const transitGatewayRouteTables: Noun = {
  operation: 'DescribeTransitGatewayRouteTables',
  resultSet: 'transitGatewayRouteTables',
  id: {
    parameter: 'TransitGatewayRouteTableIds',
    at: 'transitGatewayRouteTableId',
    notFound: 'InvalidRouteTableID.NotFound',
    wording: (id) => `Transit Gateway Route Table ${id} was not found.`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    state: 'state',
    'transit-gateway-id': 'transitGatewayId',
    'transit-gateway-route-table-id': 'transitGatewayRouteTableId',
  },
  trees: (world) =>
    world.transitGatewayRouteTables.map(({ id, transitGatewayId }) => ({
      transitGatewayRouteTableId: id,
      transitGatewayId,
      state: 'available',
      tagSet: [],
    })),
};
