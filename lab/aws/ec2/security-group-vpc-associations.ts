import type { Noun } from './noun.ts';

/** `DescribeSecurityGroupVpcAssociations`. */
export const securityGroupVpcAssociations: Noun = {
  operation: 'DescribeSecurityGroupVpcAssociations',
  resultSet: 'securityGroupVpcAssociationSet',
  id: null,
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'group-id': 'groupId',
    'group-owner-id': 'groupOwnerId',
    state: 'state',
    'vpc-id': 'vpcId',
    'vpc-owner-id': 'vpcOwnerId',
  },
  trees: ({ securityGroupVpcAssociations: associations, securityGroups, accountId }) =>
    associations.map(({ groupId, vpcId, state }) => ({
      groupId,
      vpcId,
      state,
      vpcOwnerId: accountId,
      groupOwnerId: securityGroups.find(({ id }) => id === groupId)?.ownerId ?? accountId,
    })),
};
