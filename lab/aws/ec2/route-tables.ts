import type { Route, RouteTable } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { derivedId } from './derived-id.ts';
import type { Noun } from './noun.ts';

/** `DescribeRouteTables`. Subnets that use the main table without being associated with it are not listed, as in AWS. */
export const routeTables: Noun = {
  operation: 'DescribeRouteTables',
  resultSet: 'routeTableSet',
  id: {
    parameter: 'RouteTableId',
    at: 'routeTableId',
    notFound: 'InvalidRouteTableID.NotFound',
    wording: (id) => `The routeTable ID '${id}' does not exist`,
  },
  maxResults: [5, 100],
  excludesMaxResults: null,
  filters: {
    'association.main': 'associationSet.main',
    'association.route-table-association-id': 'associationSet.routeTableAssociationId',
    'association.route-table-id': 'associationSet.routeTableId',
    'association.subnet-id': 'associationSet.subnetId',
    'owner-id': 'ownerId',
    'route-table-id': 'routeTableId',
    'route.destination-cidr-block': 'routeSet.destinationCidrBlock',
    'route.destination-ipv6-cidr-block': 'routeSet.destinationIpv6CidrBlock',
    'route.destination-prefix-list-id': 'routeSet.destinationPrefixListId',
    'route.egress-only-internet-gateway-id': 'routeSet.egressOnlyInternetGatewayId',
    'route.gateway-id': 'routeSet.gatewayId',
    'route.instance-id': 'routeSet.instanceId',
    'route.nat-gateway-id': 'routeSet.natGatewayId',
    'route.origin': 'routeSet.origin',
    'route.state': 'routeSet.state',
    'route.transit-gateway-id': 'routeSet.transitGatewayId',
    'route.vpc-peering-connection-id': 'routeSet.vpcPeeringConnectionId',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.routeTables.map((table) => treeOf(table, world)),
};

function treeOf(table: RouteTable, world: World): TreeObject {
  const main = table.main ? [associationOf(table, null)] : [];
  return {
    routeTableId: table.id,
    vpcId: table.vpcId,
    ownerId: world.accountId,
    associationSet: [...main, ...table.subnetIds.map((subnetId) => associationOf(table, subnetId))],
    propagatingVgwSet: [],
    routeSet: table.routes.map(routeOf),
    tagSet: [],
  };
}

function associationOf(table: RouteTable, subnetId: string | null): TreeObject {
  return {
    routeTableAssociationId: derivedId('rtbassoc', table.id, subnetId ?? 'main'),
    routeTableId: table.id,
    subnetId,
    main: subnetId === null,
    associationState: { state: 'associated' },
  };
}

function routeOf({ destination, target, state }: Route): TreeObject {
  return {
    [destinationElement(destination)]: destination,
    [targetElement(target)]: target,
    origin: target === 'local' ? 'CreateRouteTable' : 'CreateRoute',
    state,
  };
}

function destinationElement(destination: string): string {
  if (destination.startsWith('pl-')) return 'destinationPrefixListId';
  return destination.includes(':') ? 'destinationIpv6CidrBlock' : 'destinationCidrBlock';
}

/** Internet, virtual private and VPC endpoint gateways, and `local`, all stand in `gatewayId`. */
const TARGETS: Readonly<Record<string, string>> = {
  cagw: 'carrierGatewayId',
  eigw: 'egressOnlyInternetGatewayId',
  eni: 'networkInterfaceId',
  i: 'instanceId',
  lgw: 'localGatewayId',
  nat: 'natGatewayId',
  pcx: 'vpcPeeringConnectionId',
  tgw: 'transitGatewayId',
};

function targetElement(target: string): string {
  return TARGETS[target.split('-')[0] ?? ''] ?? 'gatewayId';
}
