import type { Subnet } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { derivedId } from './derived-id.ts';
import { nameTag } from './name-tag.ts';
import type { Noun } from './noun.ts';

/** `DescribeSubnets`. */
export const subnets: Noun = {
  operation: 'DescribeSubnets',
  resultSet: 'subnetSet',
  id: {
    parameter: 'SubnetId',
    at: 'subnetId',
    notFound: 'InvalidSubnetID.NotFound',
    wording: (id) => `The subnet ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'availability-zone': 'availabilityZone',
    'available-ip-address-count': 'availableIpAddressCount',
    'cidr-block': 'cidrBlock',
    'ipv6-cidr-block-association.association-id': 'ipv6CidrBlockAssociationSet.associationId',
    'ipv6-cidr-block-association.ipv6-cidr-block': 'ipv6CidrBlockAssociationSet.ipv6CidrBlock',
    'ipv6-cidr-block-association.state': 'ipv6CidrBlockAssociationSet.ipv6CidrBlockState.state',
    'owner-id': 'ownerId',
    state: 'state',
    'subnet-arn': 'subnetArn',
    'subnet-id': 'subnetId',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.subnets.map((subnet) => treeOf(subnet, world)),
};

function treeOf(subnet: Subnet, world: World): TreeObject {
  return {
    subnetId: subnet.id,
    subnetArn: `arn:aws:ec2:${world.region}:${world.accountId}:subnet/${subnet.id}`,
    vpcId: subnet.vpcId,
    ownerId: world.accountId,
    state: 'available',
    availabilityZone: subnet.zone,
    availableIpAddressCount: subnet.availableAddresses,
    cidrBlock: subnet.cidr,
    ipv6CidrBlockAssociationSet: subnet.ipv6Cidrs.map((cidr) => ({
      associationId: derivedId('subnet-cidr-assoc', subnet.id, cidr),
      ipv6CidrBlock: cidr,
      ipv6CidrBlockState: { state: 'associated' },
    })),
    tagSet: nameTag(subnet.name),
  };
}
