import { describe, expect, it } from 'vitest';
import { endpointsOf } from '../../../lambda/endpoints/endpoints-of.ts';
import { type Fact, known, unknown } from '../../../lambda/model/fact.ts';
import type {
  Attributes,
  Instance,
  Inventory,
  LoadBalancer,
  NetworkInterface,
  TargetGroup,
  TargetHealth,
} from '../../../lambda/model/inventory.ts';
import { networkInterface, smallInventory } from '../reachability/small-inventory.ts';

const CROSS_ZONE = 'load_balancing.cross_zone.enabled';
const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1';
const unread = unknown('forbidden', 'access was denied', 'ec2:DescribeIt');

const SHOP: LoadBalancer = {
  arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/shop/0a1b',
  name: 'shop',
  type: 'network',
  scheme: 'internal',
  state: 'active',
  stateReason: null,
  dnsName: 'shop.elb.amazonaws.com',
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  securityGroups: ['sg-lb'],
  zones: [
    { zone: 'zone-a', subnetId: 'subnet-lb-a' },
    { zone: 'zone-b', subnetId: 'subnet-lb-b' },
  ],
  attributes: known({ [CROSS_ZONE]: 'true' }),
};

const WEB: TargetGroup = {
  arn: ARN,
  name: 'web',
  targetType: 'instance',
  protocol: 'HTTP',
  port: 8080,
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  loadBalancerArns: [SHOP.arn],
  healthCheck: {
    enabled: true,
    protocol: 'HTTP',
    port: 'traffic-port',
    path: '/',
    matcher: '200',
    intervalSeconds: 30,
    timeoutSeconds: 5,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
  },
  attributes: known({}),
};

function health(
  id: string,
  more: { port?: number | null; zone?: string | null; check?: string | null; state?: string } = {},
): TargetHealth {
  const { port = 8080, zone = null, check = null, state = 'healthy' } = more;
  return { target: { id, port, zone }, healthCheckPort: check, state, reason: null, description: null };
}

const MACHINE: Instance = {
  id: 'i-lonely',
  name: null,
  state: 'stopped',
  vpcId: 'vpc-1',
  subnetId: 'subnet-app-a',
  primaryAddress: '10.0.1.77',
};

function cut(targets: readonly TargetHealth[], group: Partial<TargetGroup> = {}, changes: Partial<Inventory> = {}) {
  return endpointsOf(
    smallInventory({
      loadBalancers: [SHOP],
      targetGroups: known([{ ...WEB, ...group }]),
      targetHealth: { [ARN]: known(targets) },
      ...changes,
    }),
  );
}

describe('which endpoints there are', () => {
  it('makes one of a target that is checked where its traffic goes', () => {
    expect(cut([health('i-app', { check: '8080' })])).toEqual([
      {
        id: `${ARN}/i-app:8080/traffic:8080`,
        loadBalancer: SHOP.arn,
        targetGroup: ARN,
        watch: null,
        target: { id: 'i-app', port: 8080, zone: null },
        address: '10.0.1.5',
        addressUnknown: null,
        port: 8080,
        protocol: 'tcp',
        purpose: 'traffic',
        vantagePoints: ['shop@zone-a', 'shop@zone-b'],
      },
    ]);
  });

  const settings = (port: string, enabled = true) => ({ healthCheck: { ...WEB.healthCheck, port, enabled } });

  it.each([
    [
      'AWS says the traffic port',
      health('i-app', { check: 'traffic-port' }),
      settings('traffic-port'),
      ['traffic:8080'],
    ],
    [
      'AWS says another port',
      health('i-app', { check: '9000' }),
      settings('traffic-port'),
      ['traffic:8080', 'health-check:9000'],
    ],
    ['only the settings say another port', health('i-app'), settings('9000'), ['traffic:8080', 'health-check:9000']],
    [
      'the target has its own port',
      health('i-app', { port: 81, check: '81' }),
      settings('traffic-port'),
      ['traffic:81'],
    ],
    [
      'the target is checked at the group port',
      health('i-app', { port: 81, check: '8080' }),
      settings('8080'),
      ['traffic:81', 'health-check:8080'],
    ],
    ['the target has no port of its own', health('i-app', { port: null }), settings('traffic-port'), ['traffic:8080']],
    ['nothing is checked', health('i-app', { check: '9000' }), settings('9000', false), ['traffic:8080']],
  ])('%s', (_situation, target, group, expected) => {
    expect(cut([target], group).map(({ purpose, port }) => `${purpose}:${port}`)).toEqual(expected);
  });

  it('keeps every registration apart, although they share a port to be checked', () => {
    const endpoints = cut([health('i-app', { port: 81, check: '9000' }), health('i-app', { port: 82, check: '9000' })]);
    expect(new Set(endpoints.map((one) => one.id)).size).toBe(4);
  });

  it.each(['initial', 'healthy', 'unhealthy', 'unhealthy.draining', 'unused', 'draining', 'unavailable'])(
    'heeds no state: %s',
    (state) => expect(cut([health('i-app', { state })])).toHaveLength(1),
  );

  it.each([
    ['HTTP', 1],
    ['HTTPS', 1],
    ['TCP', 1],
    ['TLS', 1],
    ['TCP_UDP', 1],
    ['TCP_QUIC', 1],
    ['UDP', 0],
    ['QUIC', 0],
    ['GENEVE', 0],
    [null, 0],
  ])('of protocol %s: %d', (protocol, count) => {
    expect(cut([health('i-app')], { protocol })).toHaveLength(count);
  });

  it.each([
    ['Lambda targets', { targetType: 'lambda' }, {}],
    ['a group that no load balancer uses', { loadBalancerArns: [] }, {}],
    ['a group of a load balancer that was not read', { loadBalancerArns: ['arn:other'] }, {}],
    ['a group whose registrations could not be read', {}, { targetHealth: { [ARN]: unread } }],
    ['a group whose registrations nobody asked for', {}, { targetHealth: {} }],
    ['groups that could not be read', {}, { targetGroups: unread }],
    ['a group without any port', { port: null }, {}],
  ] as const)('none of %s', (_what, group, changes) => {
    expect(cut([health('i-app', { port: null })], group, changes)).toEqual([]);
  });
});

describe('where a target is dialled', () => {
  const second = {
    ...networkInterface('second', 'subnet-app-a', '10.0.1.50', []),
    attachment: { instanceId: 'i-app', deviceIndex: 1 },
  };
  const primary: NetworkInterface = {
    ...networkInterface('app', 'subnet-app-a', '10.0.1.51', [], ['2001:db8:0:1::5']),
    addresses: [
      { address: '10.0.1.51', primary: false, publicAddress: null },
      { address: '10.0.1.5', primary: true, publicAddress: '203.0.113.5' },
    ],
  };
  const interfaces = known([second, primary, { ...second, id: 'eni-free', attachment: null }]);
  const machines = known([
    MACHINE,
    { ...MACHINE, id: 'i-gone', state: 'terminated', primaryAddress: null, subnetId: null },
  ]);

  it.each([
    ['an instance, at its primary interface', 'i-app', {}, '10.0.1.5'],
    ['an instance by IPv6', 'i-app', { ipAddressType: 'ipv6' }, '2001:db8:0:1::5'],
    ['an instance without interfaces', 'i-lonely', {}, '10.0.1.77'],
    ['an address', '10.9.9.9', { targetType: 'ip' }, '10.9.9.9'],
    ['an IPv6 address', '2001:db8::99', { targetType: 'ip' }, '2001:db8::99'],
  ] as const)('%s', (_what, id, group, address) => {
    const [endpoint] = cut([health(id)], group, { networkInterfaces: interfaces, instances: machines });
    expect(endpoint).toMatchObject({ address, addressUnknown: null });
  });

  it.each([
    ['i-gone', {}, {}, 'i-gone (terminated) has no IPv4 address'],
    ['i-lonely', { ipAddressType: 'ipv6' }, {}, 'i-lonely (stopped) has no IPv6 address'],
    ['i-never', {}, {}, 'i-never is not in the inventory'],
    [
      'i-never',
      {},
      { networkInterfaces: unread },
      'network interfaces are not known: access was denied (missing permission: ec2:DescribeIt)',
    ],
    [
      'i-never',
      {},
      { instances: unread },
      'no network interface of i-never was found, and instances are not known: access was denied (missing permission: ec2:DescribeIt)',
    ],
    ['shop.example.com', { targetType: 'ip' }, {}, 'shop.example.com is no literal address'],
    [
      'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/web/2',
      { targetType: 'alb', protocol: 'TCP' },
      {},
      'targets of type alb have no address of their own',
    ],
  ] as const)('%s %j %j: not known', (id, group, changes, addressUnknown) => {
    const all = { networkInterfaces: interfaces, instances: machines, ...changes };
    expect(cut([health(id)], group, all)).toMatchObject([{ address: null, addressUnknown, port: 8080 }]);
  });
});

describe('from where it is dialled', () => {
  const both = ['shop@zone-a', 'shop@zone-b'];
  const own = ['shop@zone-a'];
  const says = (value: string): Fact<Attributes> => known({ [CROSS_ZONE]: value });
  const inherits = says('use_load_balancer_configuration');

  it.each([
    ['network', says('true'), known({}), both],
    ['network', says('false'), known({}), own],
    ['network', known({}), known({}), own],
    ['network', says('false'), inherits, own],
    ['network', says('true'), inherits, both],
    ['network', says('true'), says('false'), own],
    ['network', says('false'), says('true'), both],
    ['network', unread, inherits, both],
    ['network', unread, says('false'), own],
    ['network', says('false'), unread, both],
    ['application', known({}), known({}), both],
    ['application', unread, inherits, both],
    ['application', says('true'), says('false'), own],
  ] as const)('%s, %j, group %j', (type, attributes, ofGroup, expected) => {
    const loadBalancers = [{ ...SHOP, type, attributes }];
    const [endpoint] = cut([health('i-app')], { attributes: ofGroup }, { loadBalancers });
    expect(endpoint?.vantagePoints).toEqual(expected);
  });

  const zonal = [{ ...SHOP, attributes: says('false') }];
  const machines = known([MACHINE, { ...MACHINE, id: 'i-nowhere', subnetId: null }]);

  it.each([
    ['the zone that AWS tells', 'i-app', 'zone-b', {}, {}, ['shop@zone-b']],
    ['all zones, where AWS says so', '10.9.9.9', 'all', { targetType: 'ip' }, {}, both],
    ['the zone of the interface', 'i-app', null, {}, {}, own],
    ['the zone of the interface that holds the address', '10.0.1.5', null, { targetType: 'ip' }, {}, own],
    ['the same in another spelling', '2001:DB8:0:1:0::5', null, { targetType: 'ip' }, {}, own],
    ['an address of another VPC', '10.0.1.5', null, { targetType: 'ip', vpcId: 'vpc-2' }, {}, both],
    ['the zone of the instance', 'i-lonely', null, {}, {}, own],
    ['all, where the zone is not known', 'i-nowhere', null, {}, {}, both],
    ['all, where subnets could not be read', 'i-lonely', null, {}, { subnets: unread }, both],
    ['none, where its zone has no node', 'i-app', 'zone-c', {}, {}, []],
  ] as const)('%s', (_what, id, zone, group, changes, expected) => {
    const all = { loadBalancers: zonal, instances: machines, ...changes };
    expect(cut([health(id, { zone })], group, all)[0]?.vantagePoints).toEqual(expected);
  });
});
