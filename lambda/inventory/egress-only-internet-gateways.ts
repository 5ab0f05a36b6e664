import { DescribeEgressOnlyInternetGatewaysCommand, type EgressOnlyInternetGateway } from '@aws-sdk/client-ec2';
import type { InternetGateway } from '../model/network.ts';
import { attachedVpcs } from './attached-vpcs.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/**
 * `DescribeEgressOnlyInternetGateways`, always all of them, in pages of 255: it filters by tags alone, and its parameter
 * of ids fails as a whole on one that is no more (EC2 API reference).
 */
export const egressOnlyInternetGateways: Call<EgressOnlyInternetGateway, InternetGateway> = {
  action: 'ec2:DescribeEgressOnlyInternetGateways',
  batch: 1,
  page: async ({ ec2 }, _, token) => {
    const request = new DescribeEgressOnlyInternetGatewaysCommand({ MaxResults: 255, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.EgressOnlyInternetGateways, 'EgressOnlyInternetGateways'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.EgressOnlyInternetGatewayId, 'EgressOnlyInternetGatewayId'),
    egressOnly: true,
    vpcIds: attachedVpcs(raw.Attachments),
  }),
};
