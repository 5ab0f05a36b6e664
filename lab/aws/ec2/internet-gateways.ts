import type { Noun } from './noun.ts';

/** `DescribeInternetGateways`, those that go both ways. */
export const internetGateways: Noun = {
  operation: 'DescribeInternetGateways',
  resultSet: 'internetGatewaySet',
  id: {
    parameter: 'InternetGatewayId',
    at: 'internetGatewayId',
    notFound: 'InvalidInternetGatewayID.NotFound',
    wording: (id) => `The internetGateway ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'attachment.state': 'attachmentSet.state',
    'attachment.vpc-id': 'attachmentSet.vpcId',
    'internet-gateway-id': 'internetGatewayId',
    'owner-id': 'ownerId',
  },
  trees: ({ internetGateways: gateways, accountId }) =>
    gateways
      .filter(({ egressOnly }) => !egressOnly)
      .map(({ id, vpcIds }) => ({
        internetGatewayId: id,
        ownerId: accountId,
        attachmentSet: vpcIds.map((vpcId) => ({ vpcId, state: 'available' })),
        tagSet: [],
      })),
};
