import {
  type TransitGatewayRouteTable as AwsTransitGatewayRouteTable,
  DescribeTransitGatewayRouteTablesCommand,
} from '@aws-sdk/client-ec2';
import type { TransitGatewayRouteTable } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** A table as the call tells it; its routes are another call. */
type Described = Omit<TransitGatewayRouteTable, 'routes'>;

/** `DescribeTransitGatewayRouteTables`, for ids of transit gateways. Only their owner is told of any. */
export const transitGatewayRouteTables: Call<AwsTransitGatewayRouteTable, Described> = {
  action: 'ec2:DescribeTransitGatewayRouteTables',
  batch: 200,
  page: async ({ ec2 }, ids, token) => {
    const Filters = [{ Name: 'transit-gateway-id', Values: ids }];
    const request = new DescribeTransitGatewayRouteTablesCommand({ Filters, MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.TransitGatewayRouteTables, 'TransitGatewayRouteTables'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.TransitGatewayRouteTableId, 'TransitGatewayRouteTableId'),
    transitGatewayId: required(raw.TransitGatewayId, 'TransitGatewayId'),
  }),
};
