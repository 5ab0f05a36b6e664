import type { VpcPeeringConnection, VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2';
import type { PeeringSide, VpcPeering } from '../model/network.ts';
import type { Call } from './call.ts';
import { describePeerings } from './describe-peerings.ts';
import { required } from './required.ts';

/** `DescribeVpcPeeringConnections`, for connection ids. They go in as a filter, which leaves out those that are no more. */
export const vpcPeerings: Call<VpcPeeringConnection, VpcPeering> = {
  action: 'ec2:DescribeVpcPeeringConnections',
  batch: 200,
  page: ({ ec2 }, ids, token) => describePeerings(ec2, { Name: 'vpc-peering-connection-id', Values: ids }, token),
  noun: (raw) => ({
    id: required(raw.VpcPeeringConnectionId, 'VpcPeeringConnectionId'),
    status: required(raw.Status?.Code, 'Status.Code'),
    requester: sideOf(raw.RequesterVpcInfo, 'RequesterVpcInfo'),
    accepter: sideOf(raw.AccepterVpcInfo, 'AccepterVpcInfo'),
  }),
};

/** Ranges come only while the peering is active; of several, the first stands alone in `CidrBlock` too. */
function sideOf(side: VpcPeeringConnectionVpcInfo | undefined, which: string): PeeringSide {
  const { CidrBlockSet = [], CidrBlock } = required(side, which);
  const cidrs = CidrBlockSet.length === 0 ? [CidrBlock] : CidrBlockSet.map((one) => one.CidrBlock);
  return {
    vpcId: required(side?.VpcId, `${which}.VpcId`),
    ownerId: required(side?.OwnerId, `${which}.OwnerId`),
    region: side?.Region ?? null,
    cidrs: cidrs.filter((cidr) => cidr !== undefined),
    ipv6Cidrs: (side?.Ipv6CidrBlockSet ?? []).flatMap(({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? []),
  };
}
