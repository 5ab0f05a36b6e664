import { DescribeTransitGatewayVpcAttachmentsCommand, type TransitGatewayVpcAttachment } from '@aws-sdk/client-ec2';
import type { TransitGatewayAttachment } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** What only a VPC's attachment has, and whose it is. */
type Described = { readonly id: string; readonly vpc: NonNullable<TransitGatewayAttachment['vpc']> };

/** `DescribeTransitGatewayVpcAttachments`, for ids of transit gateways. Group references are on unless turned off (EC2 API reference). */
export const transitGatewayVpcAttachments: Call<TransitGatewayVpcAttachment, Described> = {
  action: 'ec2:DescribeTransitGatewayVpcAttachments',
  batch: 200,
  page: async ({ ec2 }, ids, token) => {
    const Filters = [{ Name: 'transit-gateway-id', Values: ids }];
    const request = new DescribeTransitGatewayVpcAttachmentsCommand({ Filters, MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    const items = required(answer.TransitGatewayVpcAttachments, 'TransitGatewayVpcAttachments');
    return { items, next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.TransitGatewayAttachmentId, 'TransitGatewayAttachmentId'),
    vpc: {
      subnetIds: required(raw.SubnetIds, 'SubnetIds'),
      securityGroupReferencing: raw.Options?.SecurityGroupReferencingSupport !== 'disable',
      applianceMode: raw.Options?.ApplianceModeSupport === 'enable',
    },
  }),
};
