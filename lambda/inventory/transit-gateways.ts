import { type TransitGateway as AwsTransitGateway, DescribeTransitGatewaysCommand } from '@aws-sdk/client-ec2';
import type { TransitGateway } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeTransitGateways`, for their ids. Group references across one are off unless turned on (EC2 API reference). */
export const transitGateways: Call<AwsTransitGateway, TransitGateway> = {
  action: 'ec2:DescribeTransitGateways',
  batch: 200,
  page: async ({ ec2 }, ids, token) => {
    const Filters = [{ Name: 'transit-gateway-id', Values: ids }];
    const answer = await ec2.send(new DescribeTransitGatewaysCommand({ Filters, MaxResults: 1000, NextToken: token }));
    return { items: required(answer.TransitGateways, 'TransitGateways'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.TransitGatewayId, 'TransitGatewayId'),
    ownerId: required(raw.OwnerId, 'OwnerId'),
    state: required(raw.State, 'State'),
    securityGroupReferencing: raw.Options?.SecurityGroupReferencingSupport === 'enable',
  }),
};
