import type { VpcEndpoint } from '../../../lambda/model/network.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { groupSet } from './group-set.ts';
import type { Noun } from './noun.ts';

/** `DescribeVpcEndpoints`. */
export const vpcEndpoints: Noun = {
  operation: 'DescribeVpcEndpoints',
  resultSet: 'vpcEndpointSet',
  id: {
    parameter: 'VpcEndpointId',
    at: 'vpcEndpointId',
    notFound: 'InvalidVpcEndpointId.NotFound',
    wording: (id) => `The Vpc Endpoint Id '${id}' does not exist`,
  },
  maxResults: [1, 1000],
  excludesMaxResults: null,
  filters: {
    'service-name': 'serviceName',
    'vpc-endpoint-id': 'vpcEndpointId',
    'vpc-endpoint-state': 'state',
    'vpc-endpoint-type': 'vpcEndpointType',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.vpcEndpoints.map((endpoint) => treeOf(endpoint, world)),
};

function treeOf(endpoint: VpcEndpoint, world: World): TreeObject {
  return {
    vpcEndpointId: endpoint.id,
    vpcEndpointType: endpoint.type,
    vpcId: endpoint.vpcId,
    serviceName: endpoint.serviceName,
    state: endpoint.state,
    ownerId: world.accountId,
    routeTableIdSet: endpoint.routeTableIds,
    subnetIdSet: endpoint.subnetIds,
    groupSet: groupSet(endpoint.groups, world),
    networkInterfaceIdSet: endpoint.interfaceIds,
    tagSet: [],
  };
}
