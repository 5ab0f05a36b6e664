import {
  type TransitGatewayAttachment as AwsTransitGatewayAttachment,
  DescribeTransitGatewayAttachmentsCommand,
} from '@aws-sdk/client-ec2';
import type { TransitGatewayAttachment } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** An attachment as the call tells it; subnets and options of a VPC's are another call. */
type Described = Omit<TransitGatewayAttachment, 'vpc'>;

/** `DescribeTransitGatewayAttachments`, of every kind, for ids of transit gateways. */
export const transitGatewayAttachments: Call<AwsTransitGatewayAttachment, Described> = {
  action: 'ec2:DescribeTransitGatewayAttachments',
  batch: 200,
  page: async ({ ec2 }, ids, token) => {
    const Filters = [{ Name: 'transit-gateway-id', Values: ids }];
    const request = new DescribeTransitGatewayAttachmentsCommand({ Filters, MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.TransitGatewayAttachments, 'TransitGatewayAttachments'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.TransitGatewayAttachmentId, 'TransitGatewayAttachmentId'),
    transitGatewayId: required(raw.TransitGatewayId, 'TransitGatewayId'),
    resourceType: required(raw.ResourceType, 'ResourceType'),
    // A peering that waits to be accepted does not tell the other side yet.
    resourceId: raw.ResourceId ?? '',
    resourceOwnerId: raw.ResourceOwnerId ?? '',
    state: required(raw.State, 'State'),
    routeTableId: raw.Association?.State === 'associated' ? (raw.Association.TransitGatewayRouteTableId ?? null) : null,
  }),
};
