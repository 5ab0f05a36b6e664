import type {
  HealthCheck,
  NetworkAclEntry,
  NetworkInterface,
  SecurityGroupRule,
} from '../../lambda/model/inventory.ts';
import { hexOf, named } from './named.ts';
import type { Host, World } from './world.ts';

/** How fast the load balancers check: `real` is the quickest that AWS allows, `fast` is for tests. */
export type Pace = 'real' | 'fast';

const ZONES = ['a', 'b', 'c'] as const;
const ALL = { protocol: '-1', fromPort: null, toPort: null };

/**
 * The world in which nothing is wrong: one VPC in three zones, an Application Load Balancer before two services and a
 * Network Load Balancer before a third. `seed` varies ids and the address range, so that nothing can rest on them.
 */
export function healthyWorld(seed = 1, pace: Pace = 'real'): World {
  const region = 'eu-west-1';
  const accountId = '123456789012';
  const range = `10.${16 + (seed % 200)}`;
  const id = (prefix: string, name: string) => named(seed, prefix, name);
  const vpcId = id('vpc', 'shop');
  const arn = (rest: string) => `arn:aws:elasticloadbalancing:${region}:${accountId}:${rest}`;
  const mark = (name: string) => hexOf(`${seed}/${name}`).slice(0, 16);
  const alb = `app/shop-web/${mark('alb')}`;
  const nlb = `net/shop-orders/${mark('nlb')}`;
  const groupArn = (name: string) => arn(`targetgroup/${name}/${mark(name)}`);
  const group = (name: string) => id('sg', name);
  const inVpc = { vpcId, ownerId: accountId };

  const subnet = (name: string, zone: string, third: number) => ({
    id: id('subnet', `${name}-${zone}`),
    name: `${name}-${zone}`,
    vpcId,
    zone: region + zone,
    cidr: `${range}.${third}.0/24`,
    ipv6Cidrs: [],
    availableAddresses: 240,
  });
  const edge = ZONES.map((zone, index) => subnet('edge', zone, index));
  const app = ZONES.map((zone, index) => subnet('app', zone, 10 + index));
  const internal = ZONES.slice(0, 2).map((zone, index) => subnet('internal', zone, 20 + index));
  const subnets = [...edge, ...app, ...internal];
  const subnetNamed = (name: string) => subnets.find((one) => one.name === name) ?? subnet(name, 'a', 99);

  const networkInterface = (
    name: string,
    subnetName: string,
    last: number,
    groups: readonly string[],
    rest: Pick<NetworkInterface, 'description' | 'interfaceType' | 'attachment'>,
  ): NetworkInterface => {
    const home = subnetNamed(subnetName);
    const address = home.cidr.replace('0/24', String(last));
    return {
      id: id('eni', name),
      vpcId,
      subnetId: home.id,
      zone: home.zone,
      status: 'in-use',
      groups,
      addresses: [{ address, primary: true, publicAddress: null }],
      ipv6Addresses: [],
      ...rest,
    };
  };
  const node = (path: string, subnetName: string, groups: readonly string[]) =>
    networkInterface(`${path}@${subnetName}`, subnetName, 7, groups, {
      description: `ELB ${path}`,
      interfaceType: path.startsWith('net/') ? 'network_load_balancer' : 'interface',
      attachment: { instanceId: null, deviceIndex: 1 },
    });

  const machines = [
    { name: 'web-a', zone: 'a', last: 21, service: 'web', port: 8080 },
    { name: 'web-b', zone: 'b', last: 22, service: 'web', port: 8080 },
    { name: 'web-c', zone: 'c', last: 23, service: 'web', port: 8080 },
    { name: 'api-a', zone: 'a', last: 31, service: 'api', port: 9090 },
    { name: 'api-b', zone: 'b', last: 32, service: 'api', port: 9090 },
    { name: 'orders-a', zone: 'a', last: 41, service: 'orders', port: 7000 },
    { name: 'orders-b', zone: 'b', last: 42, service: 'orders', port: 7000 },
  ].map((machine) => ({ ...machine, instanceId: id('i', machine.name) }));
  const interfaces = machines.map((machine) =>
    networkInterface(machine.name, `app-${machine.zone}`, machine.last, [group(machine.service)], {
      description: '',
      interfaceType: 'interface',
      attachment: { instanceId: machine.instanceId, deviceIndex: 0 },
    }),
  );

  const rule = (
    groupName: string,
    direction: 'in' | 'out',
    port: number | null,
    peer: SecurityGroupRule['peer'],
    description: string,
  ): SecurityGroupRule => ({
    id: id('sgr', `${groupName}/${direction}/${port}`),
    groupId: group(groupName),
    egress: direction === 'out',
    ...(port === null ? ALL : { protocol: 'tcp', fromPort: port, toPort: port }),
    peer,
    description,
  });
  const anywhere = { kind: 'cidr', cidr: '0.0.0.0/0' } as const;
  const from = (name: string) => ({ kind: 'security-group', id: group(name), ownerId: accountId, vpcId }) as const;

  return {
    region,
    accountId,
    vpcs: [{ id: vpcId, name: 'shop', cidrs: [`${range}.0.0/16`], ipv6Cidrs: [] }],
    subnets,
    securityGroups: ['shop-web', 'shop-orders', 'web', 'api', 'orders'].map((name) => ({
      id: group(name),
      name,
      ...inVpc,
    })),
    securityGroupRules: [
      rule('shop-web', 'in', 80, anywhere, 'customers'),
      rule('shop-web', 'out', 8080, from('web'), 'to the web servers'),
      rule('shop-web', 'out', 9090, from('api'), 'to the API servers'),
      rule('shop-orders', 'in', 7000, { kind: 'cidr', cidr: `${range}.0.0/16` }, 'the whole VPC'),
      rule('shop-orders', 'out', 7000, from('orders'), 'to the order servers'),
      rule('web', 'in', 8080, from('shop-web'), 'from the load balancer'),
      rule('api', 'in', 9090, from('shop-web'), 'from the load balancer'),
      rule('orders', 'in', 7000, from('shop-orders'), 'from the load balancer'),
      ...['web', 'api', 'orders'].map((name) => rule(name, 'out', null, anywhere, 'anything out')),
    ],
    networkAcls: [
      acl(id('acl', 'edge'), vpcId, true, [...edge, ...internal], allowAll()),
      acl(id('acl', 'app'), vpcId, false, app, [
        entry(100, false, `${range}.0.0/16`, null),
        entry(100, true, `${range}.0.0/16`, { fromPort: 1024, toPort: 65535 }),
        entry(200, true, '0.0.0.0/0', { fromPort: 443, toPort: 443 }),
        entry(200, false, '0.0.0.0/0', { fromPort: 1024, toPort: 65535 }),
      ]),
    ],
    routeTables: [
      {
        id: id('rtb', 'edge'),
        vpcId,
        main: false,
        subnetIds: edge.map((one) => one.id),
        routes: [local(`${range}.0.0/16`), { destination: '0.0.0.0/0', target: id('igw', 'shop'), state: 'active' }],
      },
      { id: id('rtb', 'main'), vpcId, main: true, subnetIds: [], routes: [local(`${range}.0.0/16`)] },
    ],
    networkInterfaces: [
      ...edge.map((one) => node(alb, one.name, [group('shop-web')])),
      ...internal.map((one) => node(nlb, one.name, [group('shop-orders')])),
      ...interfaces,
    ],
    instances: machines.map((machine, index) => ({
      id: machine.instanceId,
      name: machine.name,
      state: 'running',
      vpcId,
      subnetId: interfaces[index]?.subnetId ?? null,
      primaryAddress: interfaces[index]?.addresses[0]?.address ?? null,
    })),
    loadBalancers: [
      {
        ...balancer(alb, edge, [group('shop-web')]),
        type: 'application',
        scheme: 'internet-facing',
        attributes: { 'load_balancing.cross_zone.enabled': 'true', 'idle_timeout.timeout_seconds': '60' },
      },
      {
        ...balancer(nlb, internal, [group('shop-orders')]),
        type: 'network',
        scheme: 'internal',
        attributes: { 'load_balancing.cross_zone.enabled': 'true' },
      },
    ],
    listeners: [listener(alb, 'HTTP', 80, groupArn('web')), listener(nlb, 'TCP', 7000, groupArn('orders'))],
    rules: [
      forwarding(listener(alb, 'HTTP', 80, groupArn('web')).arn, 'api', '10', ['path-pattern=/api/*'], groupArn('api')),
      forwarding(listener(alb, 'HTTP', 80, groupArn('web')).arn, 'rest', 'default', [], groupArn('web')),
      forwarding(listener(nlb, 'TCP', 7000, groupArn('orders')).arn, 'rest', 'default', [], groupArn('orders')),
    ],
    targetGroups: [
      targetGroup('web', 'instance', 'HTTP', 8080, alb, httpCheck(pace, '/')),
      targetGroup('api', 'instance', 'HTTP', 9090, alb, httpCheck(pace, '/healthz')),
      targetGroup('orders', 'ip', 'TCP', 7000, nlb, tcpCheck(pace)),
    ],
    registrations: {
      [groupArn('web')]: machines.filter((one) => one.service === 'web').map(byInstance),
      [groupArn('api')]: machines.filter((one) => one.service === 'api').map(byInstance),
      [groupArn('orders')]: interfaces
        .filter((_, index) => machines[index]?.service === 'orders')
        .map((one) => ({ id: one.addresses[0]?.address ?? '', port: 7000, zone: one.zone })),
    },
    hosts: machines.map(
      (machine, index): Host => ({
        instanceId: machine.instanceId,
        interfaceId: interfaces[index]?.id ?? '',
        up: true,
        processes: [{ name: machine.service, port: machine.port, bind: 'any', behaviour: 'answer' }],
      }),
    ),
    probers: [
      ...edge.map((one) => prober(one.id, 'shop-web', one.zone)),
      ...internal.map((one) => prober(one.id, 'shop-orders', one.zone)),
    ],
    forbidden: [],
  };

  function balancer(path: string, home: typeof edge, securityGroups: readonly string[]) {
    const name = path.split('/')[1] ?? '';
    return {
      arn: arn(`loadbalancer/${path}`),
      name,
      state: 'active',
      stateReason: null,
      dnsName: `${name}.${region}.elb.amazonaws.com`,
      vpcId,
      ipAddressType: 'ipv4',
      securityGroups,
      zones: home.map((one) => ({ zone: one.zone, subnetId: one.id })),
    };
  }
  function listener(path: string, protocol: string, port: number, to: string) {
    return {
      arn: arn(`listener/${path}/${mark(`${path}:${port}`)}`),
      loadBalancerArn: arn(`loadbalancer/${path}`),
      protocol,
      port,
      defaultActions: [{ type: 'forward', targetGroups: [{ arn: to, weight: 1 }] }],
    };
  }
  function forwarding(listenerArn: string, name: string, priority: string, conditions: readonly string[], to: string) {
    const ruleArn = `${listenerArn.replace(':listener/', ':listener-rule/')}/${mark(`rule/${name}`)}`;
    const actions = [{ type: 'forward', targetGroups: [{ arn: to, weight: 1 }] }];
    return { arn: ruleArn, listenerArn, priority, conditions, actions };
  }
  function targetGroup(
    name: string,
    targetType: 'instance' | 'ip',
    protocol: string,
    port: number,
    path: string,
    healthCheck: HealthCheck,
  ) {
    const loadBalancerArns = [arn(`loadbalancer/${path}`)];
    const attributes = {
      'deregistration_delay.timeout_seconds': '300',
      'preserve_client_ip.enabled': String(targetType === 'instance'),
    };
    return {
      arn: groupArn(name),
      name,
      targetType,
      protocol,
      port,
      vpcId,
      ipAddressType: 'ipv4',
      loadBalancerArns,
      healthCheck,
      attributes,
    };
  }
  function prober(subnetId: string, groupName: string, zone: string) {
    return { name: `origin-doctor-prober-${groupName}-${zone}`, subnetId, securityGroups: [group(groupName)] };
  }
}

function byInstance(machine: { instanceId: string; port: number }) {
  return { id: machine.instanceId, port: machine.port, zone: null };
}

/** Five seconds is the shortest interval that AWS accepts; tests take one, which it would refuse. */
function httpCheck(pace: Pace, path: string): HealthCheck {
  const times = pace === 'real' ? { intervalSeconds: 5, timeoutSeconds: 2 } : { intervalSeconds: 1, timeoutSeconds: 1 };
  return {
    enabled: true,
    protocol: 'HTTP',
    port: 'traffic-port',
    path,
    matcher: '200',
    healthyThreshold: 2,
    unhealthyThreshold: 2,
    ...times,
  };
}

function tcpCheck(pace: Pace): HealthCheck {
  return { ...httpCheck(pace, ''), protocol: 'TCP', path: null, matcher: null };
}

function local(cidr: string) {
  return { destination: cidr, target: 'local', state: 'active' } as const;
}

function acl(
  id: string,
  vpcId: string,
  isDefault: boolean,
  home: readonly { id: string }[],
  entries: readonly NetworkAclEntry[],
) {
  return { id, vpcId, isDefault, subnetIds: home.map((one) => one.id), entries };
}

function allowAll(): NetworkAclEntry[] {
  return [false, true].map((egress) => ({ ruleNumber: 100, egress, action: 'allow', cidr: '0.0.0.0/0', ...ALL }));
}

function entry(
  ruleNumber: number,
  egress: boolean,
  cidr: string,
  ports: { fromPort: number; toPort: number } | null,
): NetworkAclEntry {
  const which = ports === null ? { fromPort: null, toPort: null } : ports;
  return { ruleNumber, egress, protocol: '6', action: 'allow', cidr, ...which };
}
