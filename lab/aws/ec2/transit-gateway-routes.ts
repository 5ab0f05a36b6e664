import type { TransitGatewayRoute } from '../../../lambda/model/network.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import { listOf } from '../codecs/list-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Noun } from './noun.ts';
import { requiredParameter } from './required-parameter.ts';

/** `SearchTransitGatewayRoutes`, of one table. A filter is demanded; those that search by prefix are not served. */
export const transitGatewayRoutes: Noun = {
  operation: 'SearchTransitGatewayRoutes',
  resultSet: 'routeSet',
  id: null,
  parameters: ['TransitGatewayRouteTableId'],
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'attachment.resource-id': 'transitGatewayAttachments.resourceId',
    'attachment.resource-type': 'transitGatewayAttachments.resourceType',
    'attachment.transit-gateway-attachment-id': 'transitGatewayAttachments.transitGatewayAttachmentId',
    'prefix-list-id': 'prefixListId',
    state: 'state',
  },
  trees: (world, input) => {
    const id = requiredParameter(input, 'TransitGatewayRouteTableId');
    if (listOf(input, 'Filter').length === 0) {
      throw new AwsError('MissingParameter', 'The request must contain the parameter Filters');
    }
    const table = world.transitGatewayRouteTables.find((one) => one.id === id);
    if (table !== undefined) return table.routes.map((route) => treeOf(route, world));
    throw new AwsError('InvalidRouteTableID.NotFound', `Transit Gateway Route Table ${id} was not found.`);
  },
  beside: (next) => ({ additionalRoutesAvailable: next !== undefined }),
};

function treeOf({ destination, attachmentIds, state }: TransitGatewayRoute, world: World): TreeObject {
  return {
    destinationCidrBlock: destination,
    transitGatewayAttachments: attachmentIds.map((id) => {
      const attachment = world.transitGatewayAttachments.find((one) => one.id === id);
      return {
        transitGatewayAttachmentId: id,
        resourceId: attachment?.resourceId,
        resourceType: attachment?.resourceType,
      };
    }),
    type: 'static',
    state,
  };
}
