import type { Noun } from './noun.ts';

/** `DescribeEgressOnlyInternetGateways`; it filters by tags alone. */
export const egressOnlyInternetGateways: Noun = {
  operation: 'DescribeEgressOnlyInternetGateways',
  resultSet: 'egressOnlyInternetGatewaySet',
  id: {
    parameter: 'EgressOnlyInternetGatewayId',
    at: 'egressOnlyInternetGatewayId',
    notFound: 'InvalidGatewayID.NotFound',
    wording: (id) => `The eigw ID '${id}' does not exist`,
  },
  maxResults: [5, 255],
  excludesMaxResults: null,
  filters: {},
  trees: ({ internetGateways }) =>
    internetGateways
      .filter(({ egressOnly }) => egressOnly)
      .map(({ id, vpcIds }) => ({
        egressOnlyInternetGatewayId: id,
        attachmentSet: vpcIds.map((vpcId) => ({ vpcId, state: 'attached' })),
        tagSet: [],
      })),
};
