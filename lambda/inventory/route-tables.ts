import {
  type Route as AwsRoute,
  type RouteTable as AwsRouteTable,
  DescribeRouteTablesCommand,
} from '@aws-sdk/client-ec2';
import type { Route, RouteTable } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';

/** `DescribeRouteTables`, for VPC ids; its pages hold a hundred, not a thousand. */
export const routeTables: Call<AwsRouteTable, RouteTable> = {
  action: 'ec2:DescribeRouteTables',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filters = [{ Name: 'vpc-id', Values: vpcIds }];
    const answer = await ec2.send(new DescribeRouteTablesCommand({ Filters, MaxResults: 100, NextToken: token }));
    return { items: required(answer.RouteTables, 'RouteTables'), next: answer.NextToken };
  },
  noun: (raw) => {
    // Associations that are being taken away or could not be made no longer, or do not yet, route anything.
    const associations = required(raw.Associations, 'Associations').filter(
      ({ AssociationState }) => AssociationState?.State === undefined || AssociationState.State === 'associated',
    );
    return {
      id: required(raw.RouteTableId, 'RouteTableId'),
      vpcId: required(raw.VpcId, 'VpcId'),
      main: associations.some(({ Main }) => Main === true),
      // An association with a gateway names no subnet.
      subnetIds: associations.flatMap(({ SubnetId }) => SubnetId ?? []),
      routes: required(raw.Routes, 'Routes').map(routeOf),
    };
  },
};

function routeOf(raw: AwsRoute): Route {
  const destination = raw.DestinationCidrBlock ?? raw.DestinationIpv6CidrBlock ?? raw.DestinationPrefixListId;
  const state = oneOf(raw.State, ['active', 'blackhole', 'filtered'], 'Route.State');
  const target = targetOf(raw);
  return {
    destination: required(destination, 'Route.DestinationCidrBlock'),
    // What a blackhole led to may be gone without a trace.
    target: state === 'blackhole' ? (target ?? 'none') : required(target, 'the target of a route'),
    state,
  };
}

/** A route to an instance also names its interface, which says more: an instance may have several. */
function targetOf(raw: AwsRoute): string | undefined {
  return [
    raw.GatewayId,
    raw.NatGatewayId,
    raw.TransitGatewayId,
    raw.VpcPeeringConnectionId,
    raw.NetworkInterfaceId,
    raw.InstanceId,
    raw.EgressOnlyInternetGatewayId,
    raw.LocalGatewayId,
    raw.CarrierGatewayId,
    raw.CoreNetworkArn,
    raw.OdbNetworkArn,
    // The next hop of a route that VPC Route Server propagated (EC2 API Reference, Route).
    raw.IpAddress,
  ].find((target) => target !== undefined);
}
