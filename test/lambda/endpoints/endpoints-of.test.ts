import { describe, expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { NetworkInterface } from '../../../lambda/model/inventory.ts';
import { networkInterface } from '../reachability/small-inventory.ts';
import { ARN, cut, health, MACHINE, SHOP, unread, WEB } from './cut.ts';

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

it.each(['traffic-port', '8081'])('makes one of a registered load balancer, not dialled, checked on %s', (port) => {
  const alb = 'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/web/2';
  const healthCheck = { ...WEB.healthCheck, port };
  const found = cut([{ ...health(alb), healthCheckPort: null }], { targetType: 'alb', protocol: 'TCP', healthCheck });
  const addressUnknown = 'a registered load balancer is not dialled';
  expect(found).toMatchObject([{ target: { id: alb }, address: null, addressUnknown, port: 8080, dialled: false }]);
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
  ] as const)('%s %j %j: not known', (id, group, changes, addressUnknown) => {
    const all = { networkInterfaces: interfaces, instances: machines, ...changes };
    expect(cut([health(id)], group, all)).toMatchObject([{ address: null, addressUnknown, port: 8080 }]);
  });
});
