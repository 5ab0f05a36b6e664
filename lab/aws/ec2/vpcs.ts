import type { Vpc } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { derivedId } from './derived-id.ts';
import { nameTag } from './name-tag.ts';
import type { Noun } from './noun.ts';

/** `DescribeVpcs`. The first range is the VPC's primary one. */
export const vpcs: Noun = {
  operation: 'DescribeVpcs',
  resultSet: 'vpcSet',
  id: {
    parameter: 'VpcId',
    at: 'vpcId',
    notFound: 'InvalidVpcID.NotFound',
    wording: (id) => `The vpc ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    cidr: 'cidrBlock',
    'cidr-block-association.association-id': 'cidrBlockAssociationSet.associationId',
    'cidr-block-association.cidr-block': 'cidrBlockAssociationSet.cidrBlock',
    'cidr-block-association.state': 'cidrBlockAssociationSet.cidrBlockState.state',
    'ipv6-cidr-block-association.association-id': 'ipv6CidrBlockAssociationSet.associationId',
    'ipv6-cidr-block-association.ipv6-cidr-block': 'ipv6CidrBlockAssociationSet.ipv6CidrBlock',
    'ipv6-cidr-block-association.state': 'ipv6CidrBlockAssociationSet.ipv6CidrBlockState.state',
    'owner-id': 'ownerId',
    state: 'state',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.vpcs.map((vpc) => treeOf(vpc, world)),
};

function treeOf(vpc: Vpc, world: World): TreeObject {
  return {
    vpcId: vpc.id,
    ownerId: world.accountId,
    state: 'available',
    cidrBlock: vpc.cidrs[0],
    cidrBlockAssociationSet: vpc.cidrs.map((cidr) => ({
      associationId: derivedId('vpc-cidr-assoc', vpc.id, cidr),
      cidrBlock: cidr,
      cidrBlockState: { state: 'associated' },
    })),
    ipv6CidrBlockAssociationSet: vpc.ipv6Cidrs.map((cidr) => ({
      associationId: derivedId('vpc-cidr-assoc', vpc.id, cidr),
      ipv6CidrBlock: cidr,
      ipv6CidrBlockState: { state: 'associated' },
    })),
    tagSet: nameTag(vpc.name),
  };
}
