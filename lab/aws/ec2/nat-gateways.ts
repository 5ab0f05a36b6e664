import type { NatGateway } from '../../../lambda/model/network.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Noun } from './noun.ts';

/** `DescribeNatGateways`, zonal ones and regional ones, which stand in no subnet. */
export const natGateways: Noun = {
  operation: 'DescribeNatGateways',
  resultSet: 'natGatewaySet',
  id: {
    parameter: 'NatGatewayId',
    at: 'natGatewayId',
    notFound: 'NatGatewayNotFound',
    wording: (id) => `The Nat Gateway ${id} was not found`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: { 'nat-gateway-id': 'natGatewayId', state: 'state', 'subnet-id': 'subnetId', 'vpc-id': 'vpcId' },
  trees: (world) => world.natGateways.map(treeOf),
};

function treeOf({ id, vpcId, subnetId, state, connectivity, addresses }: NatGateway): TreeObject {
  return {
    natGatewayId: id,
    vpcId,
    subnetId,
    state,
    connectivityType: connectivity,
    availabilityMode: subnetId === null ? 'regional' : 'zonal',
    natGatewayAddressSet: addresses.map(({ privateAddress, publicAddress }, index) => ({
      privateIp: privateAddress,
      publicIp: publicAddress,
      isPrimary: index === 0,
      status: 'succeeded',
    })),
    tagSet: [],
  };
}
