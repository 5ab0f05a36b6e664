import type { Subnet, Target } from '../../lambda/model/inventory.ts';
import { type Naming, naming } from './naming.ts';
import { type BalancerKind, balancerPath, shopBalancer } from './shop-balancer.ts';
import { shopGroups } from './shop-groups.ts';
import { type Machine, shopMachines } from './shop-machines.ts';
import { listenerArn, type Pace, type Service, shopService, targetGroupArn } from './shop-service.ts';
import { shopSubnets } from './shop-subnets.ts';
import { shopWays } from './shop-ways.ts';
import type { World } from './world.ts';

const WEB: BalancerKind = {
  name: 'shop-web',
  type: 'application',
  scheme: 'internet-facing',
  attributes: { 'load_balancing.cross_zone.enabled': 'true', 'idle_timeout.timeout_seconds': '60' },
};
const ORDERS: BalancerKind = {
  name: 'shop-orders',
  type: 'network',
  scheme: 'internal',
  attributes: { 'load_balancing.cross_zone.enabled': 'true' },
};
/** The shop is one VPC on its own: nothing ties it to others, and no list of addresses is shared with it. */
const NOTHING_ELSE = {
  prefixLists: [],
  peerings: [],
  staleSecurityGroups: [],
  securityGroupVpcAssociations: [],
  transitGateways: [],
  transitGatewayAttachments: [],
  transitGatewayRouteTables: [],
  natGateways: [],
  vpcEndpoints: [],
  blockPublicAccess: { mode: 'off', exclusions: [] },
} as const;

/**
 * The world in which nothing is wrong: a shop in one VPC with three zones, an Application Load Balancer before its web
 * and API servers, a Network Load Balancer before its order servers.
 */
export function healthyWorld(seed = 1, pace: Pace = 'real'): World {
  const names = naming(seed);
  const subnets = shopSubnets(names);
  const { machines, ...shop } = shopMachines(names, subnets.app);
  const balancers = [shopBalancer(names, WEB, subnets.edge), shopBalancer(names, ORDERS, subnets.internal)];
  const services = servicesOf(names, machines).map((service) => shopService(names, pace, service));
  return {
    region: names.region,
    accountId: names.accountId,
    vpcs: [{ id: names.vpcId, name: 'shop', cidrs: [`${names.range}.0.0/16`], ipv6Cidrs: [] }],
    subnets: [...subnets.edge, ...subnets.app, ...subnets.internal],
    ...shopGroups(names),
    ...shopWays(names, subnets),
    ...shop,
    ...NOTHING_ELSE,
    networkInterfaces: [...balancers.flatMap((one) => one.networkInterfaces), ...shop.networkInterfaces],
    loadBalancers: balancers.flatMap((one) => one.loadBalancers),
    listeners: [listener(names, WEB, 'HTTP', 80, 'web'), listener(names, ORDERS, 'TCP', 7000, 'orders')],
    rules: services.flatMap((one) => one.rules),
    targetGroups: services.flatMap((one) => one.targetGroups),
    registrations: Object.assign({}, ...services.map((one) => one.registrations)),
    probers: balancers.flatMap((one) => one.probers),
    draining: {},
    declared: declaredOf(names, subnets.app),
    forbidden: [],
    unenforced: [],
  };
}

/** The machines are the order servers' clients. Of the web's nothing is declared: it is for everybody. */
function declaredOf(names: Naming, app: readonly Subnet[]): World['declared'] {
  const arn = names.arn(`loadbalancer/${balancerPath(names, ORDERS)}`);
  return { [arn]: { ports: [7000], clients: app.map(({ cidr }) => cidr) } };
}

function servicesOf(names: Naming, machines: readonly Machine[]): Service[] {
  const targets = (service: string, targetOf: (machine: Machine) => Target) =>
    machines.filter((one) => one.service === service).map(targetOf);
  const byInstance = ({ instanceId, port }: Machine) => ({ id: instanceId, port, zone: null });
  const byAddress = ({ address, port, zone }: Machine) => ({ id: address, port, zone });
  const web = { targetType: 'instance', protocol: 'HTTP', balancer: balancerPath(names, WEB) } as const;
  return [
    {
      ...web,
      name: 'api',
      port: 9090,
      path: '/healthz',
      conditions: ['path-pattern=/api/*'],
      targets: targets('api', byInstance),
    },
    { ...web, name: 'web', port: 8080, path: '/', conditions: [], targets: targets('web', byInstance) },
    {
      name: 'orders',
      targetType: 'ip',
      protocol: 'TCP',
      port: 7000,
      balancer: balancerPath(names, ORDERS),
      path: null,
      conditions: [],
      targets: targets('orders', byAddress),
    },
  ];
}

function listener(names: Naming, kind: BalancerKind, protocol: string, port: number, forwardsTo: string) {
  const path = balancerPath(names, kind);
  return {
    arn: listenerArn(names, path),
    loadBalancerArn: names.arn(`loadbalancer/${path}`),
    protocol,
    port,
    defaultActions: [{ type: 'forward', targetGroups: [{ arn: targetGroupArn(names, forwardsTo), weight: 1 }] }],
  };
}
