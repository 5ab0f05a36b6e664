import { type InternetGateway as AwsInternetGateway, DescribeInternetGatewaysCommand } from '@aws-sdk/client-ec2';
import type { InternetGateway } from '../model/network.ts';
import { attachedVpcs } from './attached-vpcs.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeInternetGateways`, for ids of the VPCs that they are attached to. */
export const internetGateways: Call<AwsInternetGateway, InternetGateway> = {
  action: 'ec2:DescribeInternetGateways',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filters = [{ Name: 'attachment.vpc-id', Values: vpcIds }];
    const request = new DescribeInternetGatewaysCommand({ Filters, MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.InternetGateways, 'InternetGateways'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.InternetGatewayId, 'InternetGatewayId'),
    egressOnly: false,
    vpcIds: attachedVpcs(raw.Attachments),
  }),
};
