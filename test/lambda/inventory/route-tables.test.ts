import { expect, it } from 'vitest';
import { routeTables } from '../../../lambda/inventory/route-tables.ts';

const TABLE = { RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [], Routes: [] };
const ROUTE = { DestinationCidrBlock: '10.0.0.0/16', State: 'active' };
const ASSOCIATIONS = [
  { SubnetId: 's-1', AssociationState: { State: 'associated' } },
  { SubnetId: 's-2', AssociationState: { State: 'disassociating' } },
  { GatewayId: 'igw-1' },
  { SubnetId: 's-3' },
];

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'a main table',
    raw: { ...TABLE, Associations: [{ Main: true }] },
    noun: { id: 'rtb-1', main: true, subnetIds: [] },
  },
  {
    situation: 'associations made, going, and of a gateway',
    raw: { ...TABLE, Associations: ASSOCIATIONS },
    noun: { main: false, subnetIds: ['s-1', 's-3'] },
  },
  {
    situation: 'a local route',
    raw: { ...TABLE, Routes: [{ ...ROUTE, GatewayId: 'local' }] },
    noun: { routes: [{ destination: '10.0.0.0/16', target: 'local', state: 'active' }] },
  },
  {
    situation: 'a route to an instance names its interface',
    raw: { ...TABLE, Routes: [{ ...ROUTE, InstanceId: 'i-1', NetworkInterfaceId: 'eni-1' }] },
    noun: { routes: [{ target: 'eni-1' }] },
  },
  {
    situation: 'a route for IPv6',
    raw: {
      ...TABLE,
      Routes: [{ DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', State: 'active' }],
    },
    noun: { routes: [{ destination: '::/0', target: 'eigw-1' }] },
  },
  {
    situation: 'a route of a prefix list',
    raw: { ...TABLE, Routes: [{ DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', State: 'active' }] },
    noun: { routes: [{ destination: 'pl-1', target: 'vpce-1' }] },
  },
  {
    situation: 'a route that VPC Route Server propagated, of which only the next hop is told',
    raw: { ...TABLE, Routes: [{ ...ROUTE, IpAddress: '10.0.0.5' }] },
    noun: { routes: [{ target: '10.0.0.5', state: 'active' }] },
  },
  {
    situation: 'a blackhole that still says whereto',
    raw: { ...TABLE, Routes: [{ ...ROUTE, State: 'blackhole', NatGatewayId: 'nat-1' }] },
    noun: { routes: [{ target: 'nat-1', state: 'blackhole' }] },
  },
  {
    situation: 'a blackhole that led to what is gone',
    raw: { ...TABLE, Routes: [{ ...ROUTE, State: 'blackhole' }] },
    noun: { routes: [{ target: 'none', state: 'blackhole' }] },
  },
])('$situation', ({ raw, noun }) => {
  expect(routeTables.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'the target of a route is missing', raw: { ...TABLE, Routes: [ROUTE] } },
  { said: 'Route.State is missing', raw: { ...TABLE, Routes: [{ ...ROUTE, State: undefined }] } },
  {
    said: 'Route.DestinationCidrBlock is missing',
    raw: { ...TABLE, Routes: [{ State: 'active', GatewayId: 'local' }] },
  },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => routeTables.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
});
