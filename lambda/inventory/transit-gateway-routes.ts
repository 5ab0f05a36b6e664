import {
  type TransitGatewayRoute as AwsTransitGatewayRoute,
  SearchTransitGatewayRoutesCommand,
} from '@aws-sdk/client-ec2';
import type { TransitGatewayRoute } from '../model/network.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** The call wants a filter; a route that is neither leads nowhere. */
const EVERY_ROUTE = [{ Name: 'state', Values: ['active', 'blackhole'] }];

/**
 * `SearchTransitGatewayRoutes`, for one table's id at a time. It gives a thousand routes; where it says that there are
 * more and names no page to go on with, the list would be short, and that is an error of its own.
 */
export const transitGatewayRoutes: Call<AwsTransitGatewayRoute, TransitGatewayRoute> = {
  action: 'ec2:SearchTransitGatewayRoutes',
  batch: 1,
  page: async ({ ec2 }, [TransitGatewayRouteTableId], token) => {
    const which = { TransitGatewayRouteTableId, Filters: EVERY_ROUTE, MaxResults: 1000 };
    const answer = await ec2.send(new SearchTransitGatewayRoutesCommand({ ...which, NextToken: token }));
    if (answer.AdditionalRoutesAvailable === true && !answer.NextToken) {
      throw new Error('the table has more routes than the 1000 that one call gives');
    }
    return { items: required(answer.Routes, 'Routes'), next: answer.NextToken };
  },
  noun: (raw) => ({
    destination: required(raw.DestinationCidrBlock ?? raw.PrefixListId, 'DestinationCidrBlock'),
    attachmentIds: (raw.TransitGatewayAttachments ?? []).flatMap((one) => one.TransitGatewayAttachmentId ?? []),
    state: required(raw.State, 'State'),
  }),
};
