import { known } from '../../../lambda/model/fact.ts';
import type {
  Inventory,
  NetworkInterface,
  Route,
  RulePeer,
  SecurityGroupRule,
  Subnet,
} from '../../../lambda/model/inventory.ts';
import type {
  NatGateway,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  VpcPeering,
} from '../../../lambda/model/network.ts';
import { acl, networkInterface, openEntries, rule, smallInventory, subnet } from './small-inventory.ts';

/** Routes of each table beside `local`, as `[destination, target]`. */
export type Tables = {
  /** The main table of vpc-1. */
  readonly near?: readonly (readonly [string, string])[];
  /** The table of subnet-edge-a in vpc-1, where gateways stand. */
  readonly edge?: readonly (readonly [string, string])[];
  /** The main table of vpc-2. */
  readonly far?: readonly (readonly [string, string])[];
};

/** An active peering of vpc-1 and vpc-2 in one Region. */
export function peering(changes: Partial<VpcPeering> = {}, farRegion: string | null = 'eu-west-1'): VpcPeering {
  const side = { ownerId: '1', region: 'eu-west-1' };
  return {
    id: 'pcx-1',
    status: 'active',
    requester: { ...side, vpcId: 'vpc-1', cidrs: ['10.0.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] },
    accepter: { ...side, region: farRegion, vpcId: 'vpc-2', cidrs: ['172.16.0.0/16'], ipv6Cidrs: ['2001:db8:ff::/56'] },
    ...changes,
  };
}

/** An attachment `tgw-attach-N` of vpc-N to tgw-1, in the gateway subnet of that VPC. */
export function attachment(vpc: 1 | 2, changes: Partial<TransitGatewayAttachment> = {}): TransitGatewayAttachment {
  return {
    id: `tgw-attach-${vpc}`,
    transitGatewayId: 'tgw-1',
    resourceType: 'vpc',
    resourceId: `vpc-${vpc}`,
    resourceOwnerId: '1',
    state: 'available',
    routeTableId: 'tgw-rtb-1',
    vpc: {
      subnetIds: [vpc === 1 ? 'subnet-edge-a' : 'subnet-far-edge-a'],
      securityGroupReferencing: true,
      applianceMode: false,
    },
    ...changes,
  };
}

/** The table of tgw-1, by default with a route to each VPC. */
export function transitRoutes(
  routes: readonly TransitGatewayRoute[] = [
    { destination: '10.0.0.0/16', attachmentIds: ['tgw-attach-1'], state: 'active' },
    { destination: '172.16.0.0/16', attachmentIds: ['tgw-attach-2'], state: 'active' },
  ],
): Inventory['transitGatewayRouteTables'] {
  return known([{ id: 'tgw-rtb-1', transitGatewayId: 'tgw-1', routes: known(routes) }]);
}

/** tgw-1, with support for references to security groups. */
export function transitGateway(changes: Partial<TransitGateway> = {}): TransitGateway {
  return { id: 'tgw-1', ownerId: '1', state: 'available', securityGroupReferencing: true, ...changes };
}

/** nat-1 in subnet-edge-a: 10.0.2.9, known to the internet as 198.51.100.9. */
export function natGateway(changes: Partial<NatGateway> = {}): NatGateway {
  return {
    id: 'nat-1',
    vpcId: 'vpc-1',
    subnetId: 'subnet-edge-a',
    state: 'available',
    connectivity: 'public',
    addresses: [{ privateAddress: '10.0.2.9', publicAddress: '198.51.100.9' }],
    ...changes,
  };
}

/** An interface with a public address. */
export function inPublic(one: NetworkInterface, publicAddress: string): NetworkInterface {
  return { ...one, addresses: one.addresses.map((address) => ({ ...address, publicAddress })) };
}

/** A rule of sg-far or another, whose peer is a group of a certain VPC and account. */
export function referring(
  own: SecurityGroupRule,
  changes: Partial<Extract<RulePeer, { kind: 'security-group' }>>,
): SecurityGroupRule {
  return own.peer.kind === 'security-group' ? { ...own, peer: { ...own.peer, ...changes } } : own;
}

/**
 * The small VPC (vpc-1) with a subnet for gateways (subnet-edge-a), and a second one (vpc-2, 172.16.0.0/16) with a host
 * (172.16.1.5, sg-far, admits 8080 from anywhere). Both have internet gateways, igw-1 and igw-2; igw-1 has an egress-only
 * twin, eigw-1. Peering, transit gateway and NAT gateway stand ready; only the routes to them are missing. The application
 * is known to the internet as 198.51.100.5.
 */
export function wideInventory(tables: Tables = {}, changes: Partial<Inventory> = {}): Inventory {
  const table = (id: string, vpcId: string, routes: Tables['near'] = [], subnetIds: readonly string[] = []) => ({
    id,
    vpcId,
    main: subnetIds.length === 0,
    subnetIds,
    routes: [
      ...local(vpcId),
      ...routes.map(([destination, target]): Route => ({ destination, target, state: 'active' })),
    ],
  });
  return smallInventory({
    vpcs: known([
      { id: 'vpc-1', name: null, cidrs: ['10.0.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] },
      { id: 'vpc-2', name: null, cidrs: ['172.16.0.0/16'], ipv6Cidrs: ['2001:db8:ff::/56'] },
    ]),
    subnets: known([
      subnet('subnet-lb-a', '10.0.0.0/24', ['2001:db8::/64']),
      subnet('subnet-app-a', '10.0.1.0/24', ['2001:db8:0:1::/64']),
      subnet('subnet-edge-a', '10.0.2.0/24'),
      far(subnet('subnet-far-a', '172.16.1.0/24', ['2001:db8:ff:1::/64'])),
      far(subnet('subnet-far-edge-a', '172.16.9.0/28')),
    ]),
    securityGroups: known(
      ['sg-lb', 'sg-app', 'sg-far'].map((id) => ({
        id,
        name: id,
        vpcId: id === 'sg-far' ? 'vpc-2' : 'vpc-1',
        ownerId: '1',
      })),
    ),
    securityGroupRules: known(openRules()),
    networkAcls: known([
      { ...acl('acl-1', [], openEntries()), isDefault: true },
      { ...acl('acl-2', [], openEntries()), isDefault: true, vpcId: 'vpc-2' },
    ]),
    routeTables: known([
      table('rtb-near', 'vpc-1', tables.near),
      table('rtb-edge', 'vpc-1', tables.edge, ['subnet-edge-a']),
      table('rtb-far', 'vpc-2', tables.far),
    ]),
    networkInterfaces: known([
      networkInterface('node', 'subnet-lb-a', '10.0.0.7', ['sg-lb'], ['2001:db8::7']),
      inPublic(networkInterface('app', 'subnet-app-a', '10.0.1.5', ['sg-app'], ['2001:db8:0:1::5']), '198.51.100.5'),
      { ...networkInterface('far', 'subnet-far-a', '172.16.1.5', ['sg-far'], ['2001:db8:ff:1::5']), vpcId: 'vpc-2' },
    ]),
    prefixLists: known([]),
    peerings: known([peering()]),
    staleSecurityGroups: known([]),
    securityGroupVpcAssociations: known([]),
    transitGateways: known([transitGateway()]),
    transitGatewayAttachments: known([attachment(1), attachment(2)]),
    transitGatewayRouteTables: transitRoutes(),
    natGateways: known([natGateway()]),
    internetGateways: known([
      { id: 'igw-1', egressOnly: false, vpcIds: ['vpc-1'] },
      { id: 'eigw-1', egressOnly: true, vpcIds: ['vpc-1'] },
      { id: 'igw-2', egressOnly: false, vpcIds: ['vpc-2'] },
    ]),
    vpcEndpoints: known([]),
    blockPublicAccess: known({ mode: 'off', exclusions: [] }),
    ...changes,
  });
}

/** Rules by which every group lets 8080 in from anywhere, and everything out. */
export function openRules(): SecurityGroupRule[] {
  return ['sg-lb', 'sg-app', 'sg-far'].flatMap((group) => [
    rule(`sgr-${group}-out`, group, 'out', '-1', null, '0.0.0.0/0'),
    rule(`sgr-${group}-out6`, group, 'out', '-1', null, '::/0'),
    rule(`sgr-${group}-in`, group, 'in', 'tcp', 8080, '0.0.0.0/0'),
    rule(`sgr-${group}-in6`, group, 'in', 'tcp', 8080, '::/0'),
  ]);
}

/** The subnet, in vpc-2. */
export function far(one: Subnet): Subnet {
  return { ...one, vpcId: 'vpc-2' };
}

function local(vpcId: string): Route[] {
  const ranges = vpcId === 'vpc-1' ? ['10.0.0.0/16', '2001:db8::/56'] : ['172.16.0.0/16', '2001:db8:ff::/56'];
  return ranges.map((destination) => ({ destination, target: 'local', state: 'active' }));
}
