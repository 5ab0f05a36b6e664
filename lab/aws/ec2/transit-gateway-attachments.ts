import type { TransitGatewayAttachment } from '../../../lambda/model/network.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Noun } from './noun.ts';

/** `DescribeTransitGatewayAttachments`, of every kind. */
export const transitGatewayAttachments: Noun = {
  operation: 'DescribeTransitGatewayAttachments',
  resultSet: 'transitGatewayAttachments',
  id: {
    parameter: 'TransitGatewayAttachmentIds',
    at: 'transitGatewayAttachmentId',
    notFound: 'InvalidTransitGatewayAttachmentID.NotFound',
    wording: (id) => `Transit Gateway Attachment ${id} was not found.`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'association.state': 'association.state',
    'association.transit-gateway-route-table-id': 'association.transitGatewayRouteTableId',
    'resource-id': 'resourceId',
    'resource-owner-id': 'resourceOwnerId',
    'resource-type': 'resourceType',
    state: 'state',
    'transit-gateway-attachment-id': 'transitGatewayAttachmentId',
    'transit-gateway-id': 'transitGatewayId',
    'transit-gateway-owner-id': 'transitGatewayOwnerId',
  },
  trees: (world) => world.transitGatewayAttachments.map((attachment) => treeOf(attachment, world)),
};

function treeOf(attachment: TransitGatewayAttachment, { transitGateways }: World): TreeObject {
  const { id, transitGatewayId, routeTableId, vpc: _, ...plain } = attachment;
  return {
    ...plain,
    transitGatewayAttachmentId: id,
    transitGatewayId,
    transitGatewayOwnerId: transitGateways.find((one) => one.id === transitGatewayId)?.ownerId,
    association: routeTableId === null ? undefined : { transitGatewayRouteTableId: routeTableId, state: 'associated' },
    tagSet: [],
  };
}
