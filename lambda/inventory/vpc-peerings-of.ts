import type { VpcPeeringConnection } from '@aws-sdk/client-ec2';
import type { VpcPeering } from '../model/network.ts';
import type { Call } from './call.ts';
import { describePeerings } from './describe-peerings.ts';
import { vpcPeerings } from './vpc-peerings.ts';

/** `DescribeVpcPeeringConnections`, for VPC ids on one side: all filters of a call must hold, so both sides take two calls. */
export function vpcPeeringsOf(side: 'requester' | 'accepter'): Call<VpcPeeringConnection, VpcPeering> {
  const Name = `${side}-vpc-info.vpc-id`;
  return {
    ...vpcPeerings,
    page: ({ ec2 }, vpcIds, token) => describePeerings(ec2, { Name, Values: vpcIds }, token),
  };
}
