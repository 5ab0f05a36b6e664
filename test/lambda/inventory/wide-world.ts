import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { World } from '../../../lab/world/world.ts';
import type { NetworkInterface, Route, SecurityGroupRule } from '../../../lambda/model/inventory.ts';

const SHOP = healthyWorld();
const [SHOP_VPC] = SHOP.vpcs;
export const shopVpc = SHOP_VPC?.id ?? '';
const OWNER = SHOP.accountId;
const ORDERS = SHOP.targetGroups.find((group) => group.name === 'orders')?.arn ?? '';
const ORDERS_GROUP = SHOP.securityGroups.find((group) => group.name === 'orders')?.id ?? '';

/**
 * The shop with two targets more behind its Network Load Balancer, one over a peering and one over a transit gateway, and
 * everything else that a VPC may have around it. A third VPC is peered too, but no target stands there.
 */
export function wideWorld(): World {
  const bought = [vpc('peered', '10.200'), vpc('attached', '10.201'), vpc('idle', '10.202')];
  return {
    ...SHOP,
    ...tied(),
    ...gates(),
    vpcs: [...SHOP.vpcs, ...bought.map((one) => one.vpc)],
    subnets: [...SHOP.subnets, ...bought.map((one) => one.subnet)],
    securityGroups: [...SHOP.securityGroups, ...bought.map((one) => one.group)],
    securityGroupRules: [...SHOP.securityGroupRules, ...RULES],
    networkInterfaces: [...SHOP.networkInterfaces, ...bought.map((one) => one.networkInterface)],
    instances: [...SHOP.instances, ...bought.map((one) => one.instance)],
    routeTables: [
      ...SHOP.routeTables.map((table) => ({ ...table, routes: [...table.routes, ...WAYS_OUT] })),
      ...bought.map((one) => one.routeTable),
    ],
    registrations: {
      ...SHOP.registrations,
      [ORDERS]: ['10.200.1.10', '10.201.1.10'].map((id) => ({ id, port: 7000, zone: 'all' })),
    },
    staleSecurityGroups: [
      { groupId: ORDERS_GROUP, vpcId: shopVpc, ingressReferences: ['sg-gone'], egressReferences: [] },
    ],
    securityGroupVpcAssociations: [{ groupId: ORDERS_GROUP, vpcId: 'vpc-peered', state: 'associated' }],
    prefixLists: [
      { id: 'pl-s3', name: 'com.amazonaws.eu-west-1.s3', cidrs: ['3.5.64.0/21'] },
      { id: 'pl-offices', name: 'offices', cidrs: ['192.0.2.0/24', '198.51.100.0/24'] },
    ],
    blockPublicAccess: {
      mode: 'block-ingress',
      exclusions: [{ resourceId: shopVpc, allows: 'bidirectional', state: 'create-complete' }],
    },
  };
}

const WAYS_OUT: readonly Route[] = [
  { destination: '10.200.0.0/16', target: 'pcx-peered', state: 'active' },
  { destination: '10.201.0.0/16', target: 'tgw-1', state: 'active' },
  { destination: '10.202.0.0/16', target: 'pcx-idle', state: 'active' },
  { destination: '::/0', target: 'eigw-1', state: 'active' },
  { destination: 'pl-s3', target: 'vpce-s3', state: 'active' },
];

const RULE = { groupId: ORDERS_GROUP, egress: false, protocol: 'tcp', fromPort: 7000, toPort: 7000, description: null };
const RULES: readonly SecurityGroupRule[] = [
  { ...RULE, id: 'sgr-gone', peer: { kind: 'security-group', id: 'sg-gone', ownerId: OWNER, vpcId: null } },
  { ...RULE, id: 'sgr-offices', peer: { kind: 'prefix-list', id: 'pl-offices' } },
];

/** A VPC of one subnet, with one host in it; what it has to the shop is a route over the transit gateway or its peering. */
function vpc(name: string, range: string) {
  const vpcId = `vpc-${name}`;
  const subnetId = `subnet-${name}`;
  const zone = 'eu-west-1a';
  const local: Route = { destination: `${range}.0.0/16`, target: 'local', state: 'active' };
  const back: Route = {
    destination: SHOP_VPC?.cidrs[0] ?? '',
    target: name === 'attached' ? 'tgw-1' : `pcx-${name}`,
    state: 'active',
  };
  const networkInterface: NetworkInterface = {
    id: `eni-${name}`,
    description: '',
    interfaceType: 'interface',
    vpcId,
    subnetId,
    zone,
    status: 'in-use',
    groups: [`sg-${name}`],
    addresses: [{ address: `${range}.1.10`, primary: true, publicAddress: null }],
    ipv6Addresses: [],
    attachment: { instanceId: `i-${name}`, deviceIndex: 0 },
  };
  return {
    vpc: { id: vpcId, name, cidrs: [`${range}.0.0/16`], ipv6Cidrs: [] },
    subnet: { id: subnetId, name, vpcId, zone, cidr: `${range}.1.0/24`, ipv6Cidrs: [], availableAddresses: 250 },
    group: { id: `sg-${name}`, name, vpcId, ownerId: OWNER },
    routeTable: { id: `rtb-${name}`, vpcId, main: true, subnetIds: [], routes: [local, back] },
    instance: { id: `i-${name}`, name, state: 'running', vpcId, subnetId, primaryAddress: `${range}.1.10` },
    networkInterface,
  };
}

function tied(): Pick<
  World,
  'peerings' | 'transitGateways' | 'transitGatewayAttachments' | 'transitGatewayRouteTables'
> {
  const side = (vpcId: string, cidr: string) => ({
    vpcId,
    ownerId: OWNER,
    region: 'eu-west-1',
    cidrs: [cidr],
    ipv6Cidrs: [],
  });
  const requester = side(shopVpc, SHOP_VPC?.cidrs[0] ?? '');
  const attachment = (id: string, vpcId: string, subnetId: string) => ({
    id,
    transitGatewayId: 'tgw-1',
    resourceType: 'vpc',
    resourceId: vpcId,
    resourceOwnerId: OWNER,
    state: 'available',
    routeTableId: 'tgw-rtb-1',
    vpc: { subnetIds: [subnetId], securityGroupReferencing: true, applianceMode: false },
  });
  return {
    peerings: [
      { id: 'pcx-idle', status: 'active', requester: side('vpc-idle', '10.202.0.0/16'), accepter: requester },
      { id: 'pcx-peered', status: 'active', requester, accepter: side('vpc-peered', '10.200.0.0/16') },
    ],
    transitGateways: [{ id: 'tgw-1', ownerId: OWNER, state: 'available', securityGroupReferencing: true }],
    transitGatewayAttachments: [
      attachment('tgw-attach-shop', shopVpc, 'subnet-shop'),
      attachment('tgw-attach-far', 'vpc-attached', 'subnet-attached'),
    ],
    transitGatewayRouteTables: [
      {
        id: 'tgw-rtb-1',
        transitGatewayId: 'tgw-1',
        routes: [
          { destination: SHOP_VPC?.cidrs[0] ?? '', attachmentIds: ['tgw-attach-shop'], state: 'active' },
          { destination: '10.201.0.0/16', attachmentIds: ['tgw-attach-far'], state: 'active' },
          { destination: '10.9.0.0/16', attachmentIds: [], state: 'blackhole' },
        ],
      },
    ],
  };
}

function gates(): Pick<World, 'natGateways' | 'internetGateways' | 'vpcEndpoints'> {
  const endpoint = { vpcId: shopVpc, state: 'available', subnetIds: [], groups: [], interfaceIds: [] };
  return {
    natGateways: [
      { id: 'nat-1', vpcId: shopVpc, subnetId: null, state: 'available', connectivity: 'public', addresses: [] },
    ],
    internetGateways: [...SHOP.internetGateways, { id: 'eigw-1', egressOnly: true, vpcIds: [shopVpc] }],
    vpcEndpoints: [{ ...endpoint, id: 'vpce-s3', type: 'Gateway', serviceName: 's3', routeTableIds: ['rtb-main'] }],
  };
}
