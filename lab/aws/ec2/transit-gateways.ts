import type { Noun } from './noun.ts';

/** `DescribeTransitGateways`. */
export const transitGateways: Noun = {
  operation: 'DescribeTransitGateways',
  resultSet: 'transitGatewaySet',
  id: {
    parameter: 'TransitGatewayIds',
    at: 'transitGatewayId',
    notFound: 'InvalidTransitGatewayID.NotFound',
    wording: (id) => `Transit Gateway ${id} was not found.`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: { 'owner-id': 'ownerId', state: 'state', 'transit-gateway-id': 'transitGatewayId' },
  trees: ({ transitGateways: gateways, region }) =>
    gateways.map(({ id, ownerId, state, securityGroupReferencing }) => ({
      transitGatewayId: id,
      transitGatewayArn: `arn:aws:ec2:${region}:${ownerId}:transit-gateway/${id}`,
      ownerId,
      state,
      options: { securityGroupReferencingSupport: securityGroupReferencing ? 'enable' : 'disable' },
      tagSet: [],
    })),
};
