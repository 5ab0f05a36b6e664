import type { PeeringSide, VpcPeering } from '../../../lambda/model/network.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Noun } from './noun.ts';

/** `DescribeVpcPeeringConnections`. Ranges are told only while the peering is active. */
export const vpcPeerings: Noun = {
  operation: 'DescribeVpcPeeringConnections',
  resultSet: 'vpcPeeringConnectionSet',
  id: {
    parameter: 'VpcPeeringConnectionId',
    at: 'vpcPeeringConnectionId',
    notFound: 'InvalidVpcPeeringConnectionID.NotFound',
    wording: (id) => `The vpcPeeringConnection ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'accepter-vpc-info.cidr-block': 'accepterVpcInfo.cidrBlock',
    'accepter-vpc-info.owner-id': 'accepterVpcInfo.ownerId',
    'accepter-vpc-info.vpc-id': 'accepterVpcInfo.vpcId',
    'requester-vpc-info.cidr-block': 'requesterVpcInfo.cidrBlock',
    'requester-vpc-info.owner-id': 'requesterVpcInfo.ownerId',
    'requester-vpc-info.vpc-id': 'requesterVpcInfo.vpcId',
    'status-code': 'status.code',
    'vpc-peering-connection-id': 'vpcPeeringConnectionId',
  },
  trees: (world) => world.peerings.map((peering) => treeOf(peering, world)),
};

function treeOf({ id, status, requester, accepter }: VpcPeering, world: World): TreeObject {
  const side = (one: PeeringSide) => sideOf(one, status === 'active', world);
  return {
    vpcPeeringConnectionId: id,
    status: { code: status, message: status },
    requesterVpcInfo: side(requester),
    accepterVpcInfo: side(accepter),
    tagSet: [],
  };
}

function sideOf({ vpcId, ownerId, region, cidrs, ipv6Cidrs }: PeeringSide, active: boolean, world: World): TreeObject {
  const whose = { vpcId, ownerId, region: region ?? world.region };
  if (!active) return whose;
  return {
    ...whose,
    cidrBlock: cidrs[0],
    cidrBlockSet: cidrs.map((cidrBlock) => ({ cidrBlock })),
    ipv6CidrBlockSet: ipv6Cidrs.map((ipv6CidrBlock) => ({ ipv6CidrBlock })),
  };
}
