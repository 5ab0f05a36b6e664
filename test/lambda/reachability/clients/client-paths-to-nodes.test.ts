import { describe, expect, it } from 'vitest';
import type { Declared } from '../../../../lambda/model/evidence.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Hop } from '../../../../lambda/model/flow.ts';
import type { Inventory, LoadBalancer } from '../../../../lambda/model/inventory.ts';
import { clientPathsToNodes } from '../../../../lambda/reachability/clients/client-paths-to-nodes.ts';
import { acl, entry, networkInterface, openEntries, rule, smallInventory } from '../small-inventory.ts';
import { balancer, listening, office } from './balancer.ts';

type Situation = {
  readonly rules?: Inventory['securityGroupRules'];
  readonly changes?: Partial<Inventory>;
  readonly balancer?: Partial<LoadBalancer>;
  readonly declared?: Declared | null;
};

function pathsOf({ rules, changes, balancer: other, declared = null }: Situation) {
  const loadBalancer = { ...balancer, ...other };
  const securityGroupRules = rules ?? known([rule('sgr-in', 'sg-lb', 'in', 'tcp', 80, '0.0.0.0/0')]);
  const inventory = smallInventory({ ...listening([80]), securityGroupRules, ...changes });
  return clientPathsToNodes(inventory, loadBalancer, declared);
}

function hopsOf(situation: Situation): readonly Hop[] {
  const paths = pathsOf(situation);
  if (!paths.known) throw new Error(paths.reason);
  return paths.value.flatMap(({ hops }) => hops);
}

const sg = (peer: string, port = 80) => known([rule('sgr-in', 'sg-lb', 'in', 'tcp', port, peer)]);
const facing = { scheme: 'internet-facing' } as const;
const withAcl = (...entries: Parameters<typeof acl>[2][number][]): Partial<Inventory> => ({
  networkAcls: known([acl('acl-lb', ['subnet-lb-a'], [...entries, ...openEntries()])]),
});
const declared = (...clients: readonly string[]): Declared => ({ ports: [80], clients });

describe('security groups admit clients where they admit any of them', () => {
  it.each<readonly [string, Situation, string]>([
    ['anybody', {}, 'allow'],
    ['anybody at all, of an internal one', { rules: sg('10.9.0.0/16') }, 'allow'],
    ['nobody on this port', { rules: sg('0.0.0.0/0', 8080) }, 'deny'],
    ['nobody', { rules: known([]) }, 'deny'],
    ['nobody who exists', { rules: sg('127.0.0.1/32') }, 'deny'],
    ['whoever wears a group', { rules: sg('sg-other') }, 'allow'],
    ['private addresses, of one that faces the internet', { rules: sg('10.0.0.0/8'), balancer: facing }, 'deny'],
    ['one public address', { rules: sg('198.51.100.7/32'), balancer: facing }, 'allow'],
    ['the declared range', { rules: sg('10.0.0.0/8'), declared: declared(office) }, 'allow'],
    ['a part of the declared range', { rules: sg('10.0.50.128/32'), declared: declared(office) }, 'allow'],
    ['others than were declared', { rules: sg('10.0.51.0/24'), declared: declared(office) }, 'deny'],
    ['a list without entries', { rules: sg('pl-1') }, 'unknown'],
    [
      'a list that holds them',
      { rules: sg('pl-1'), changes: { prefixLists: known([{ id: 'pl-1', name: 'x', cidrs: known([office]) }]) } },
      'allow',
    ],
    ['a group that a declared client wears', { rules: sg('sg-app'), declared: declared('10.0.1.0/24') }, 'allow'],
    ['a group that no declared client wears', { rules: sg('sg-app'), declared: declared(office) }, 'deny'],
    ['a group of somebody else', { rules: sg('sg-foreign'), declared: declared(office) }, 'unknown'],
    [
      'a group, where nobody knows who wears it',
      {
        rules: sg('sg-app'),
        declared: declared(office),
        changes: { networkInterfaces: unknown('forbidden', 'access was denied') },
      },
      'unknown',
    ],
    ['nobody knows whom', { rules: unknown('forbidden', 'access was denied') }, 'unknown'],
  ])('%s', (_, situation, decision) => {
    const hops = hopsOf(situation).filter(({ kind }) => kind === 'security-group-ingress');
    expect(hops.map((hop) => hop.decision)).toEqual([decision]);
    expect(hops[0]?.why).not.toMatch(/undefined|null/);
  });

  it('meets no group where the load balancer has none', () => {
    const hops = hopsOf({ balancer: { type: 'network', securityGroups: [] } });
    expect(hops.map(({ kind }) => kind)).toEqual(['network-acl-ingress', 'network-acl-egress']);
  });
});

describe('network ACLs judge requests and answers', () => {
  it.each<readonly [string, Situation, readonly string[]]>([
    ['all pass', {}, ['allow 100', 'allow 100']],
    [
      'requests to the port are denied',
      { changes: withAcl(entry(90, 'in', 'deny', '6', 80, '0.0.0.0/0')) },
      ['deny 90', 'allow 100'],
    ],
    [
      'one address more than nobody passes',
      {
        changes: withAcl(
          entry(80, 'in', 'allow', '6', 80, '192.0.2.1/32'),
          entry(90, 'in', 'deny', '6', 80, '0.0.0.0/0'),
        ),
      },
      ['allow 80', 'allow 100'],
    ],
    [
      'it is not one of those that were declared',
      {
        changes: withAcl(
          entry(80, 'in', 'allow', '6', 80, '192.0.2.1/32'),
          entry(90, 'in', 'deny', '6', 80, '0.0.0.0/0'),
        ),
        declared: declared(office),
      },
      ['deny 90', 'allow 100'],
    ],
    [
      'answers are denied',
      { changes: withAcl(entry(90, 'out', 'deny', '6', [1024, 65535], '0.0.0.0/0')) },
      ['allow 100', 'deny 90'],
    ],
    [
      'answers to some ports are denied',
      { changes: withAcl(entry(90, 'out', 'deny', '6', [1024, 32767], '0.0.0.0/0')) },
      ['allow 100', 'deny 90'],
    ],
    [
      'answers to a few ports are denied, which is meant for something else',
      { changes: withAcl(entry(90, 'out', 'deny', '6', [8080, 8090], '0.0.0.0/0')) },
      ['allow 100', 'allow 100'],
    ],
    ['who stands in the same subnet meets none', { declared: declared('10.0.0.64/26') }, []],
    [
      'the first of the entries that deny is told',
      {
        changes: withAcl(
          entry(90, 'in', 'deny', '6', 80, '10.0.50.128/25'),
          entry(95, 'in', 'deny', '6', 80, '10.0.50.0/24'),
        ),
        declared: declared(office),
      },
      ['deny 90', 'allow 100'],
    ],
  ])('%s', (_, situation, expected) => {
    const hops = hopsOf(situation).filter(({ kind }) => kind.startsWith('network-acl'));
    expect(hops.map(({ decision, line }) => `${decision} ${line}`)).toEqual(expected);
  });

  it('says that it is not known where they were not read', () => {
    const hops = hopsOf({ changes: { networkAcls: unknown('forbidden', 'access was denied') } });
    const denied = hops.filter(({ kind }) => kind.startsWith('network-acl'));
    expect(denied.map(({ decision }) => decision)).toEqual(['unknown', 'unknown']);
  });
});

describe('the internet comes in by a gateway, and answers find out to it', () => {
  const routes = (destination: string, target: string, state: 'active' | 'blackhole' = 'active') => ({
    routeTables: known([
      { id: 'rtb-1', vpcId: 'vpc-1', main: true, subnetIds: [], routes: [{ destination, target, state }] },
    ]),
  });
  const gateway = {
    internetGateways: known([{ id: 'igw-1', egressOnly: false, vpcIds: ['vpc-1'] }]),
    blockPublicAccess: known({ mode: 'off', exclusions: [] } as const),
  };
  const open = { ...gateway, ...routes('0.0.0.0/0', 'igw-1') };

  it.each<readonly [string, Partial<Inventory>, readonly string[]]>([
    ['a route leads to it', open, ['internet-gateway allow', 'route allow']],
    ['no route', { ...gateway, ...routes('10.0.0.0/16', 'local') }, ['internet-gateway allow', 'route deny']],
    ['a NAT gateway instead', { ...open, ...routes('0.0.0.0/0', 'nat-1') }, ['internet-gateway allow', 'route deny']],
    [
      'a blackhole',
      { ...open, ...routes('0.0.0.0/0', 'igw-1', 'blackhole') },
      ['internet-gateway allow', 'route deny'],
    ],
    [
      'another VPC’s gateway',
      {
        ...open,
        ...routes('0.0.0.0/0', 'igw-2'),
        internetGateways: known([
          { id: 'igw-1', egressOnly: false, vpcIds: ['vpc-1'] },
          { id: 'igw-2', egressOnly: false, vpcIds: ['vpc-2'] },
        ]),
      },
      ['internet-gateway allow', 'route deny'],
    ],
    [
      'a firewall’s endpoint',
      { ...open, ...routes('0.0.0.0/0', 'vpce-1') },
      ['internet-gateway allow', 'route unknown'],
    ],
    ['a middlebox', { ...open, ...routes('0.0.0.0/0', 'eni-1') }, ['internet-gateway allow', 'route unknown']],
    ['none is attached', { ...open, internetGateways: known([]) }, ['internet-gateway deny']],
    [
      'only an egress-only one is',
      { ...open, internetGateways: known([{ id: 'eigw-1', egressOnly: true, vpcIds: ['vpc-1'] }]) },
      ['internet-gateway deny'],
    ],
    [
      'they were not read',
      { ...open, internetGateways: unknown('forbidden', 'no') },
      ['internet-gateway unknown', 'route allow'],
    ],
    [
      'tables were not read',
      { ...open, routeTables: unknown('forbidden', 'no') },
      ['internet-gateway allow', 'route unknown'],
    ],
    [
      'public access is blocked',
      { ...open, blockPublicAccess: known({ mode: 'block-ingress', exclusions: [] }) },
      ['internet-gateway allow', 'block-public-access deny', 'route allow'],
    ],
  ])('%s', (_, changes, expected) => {
    const hops = hopsOf({ balancer: facing, changes }).filter(
      ({ kind }) => !kind.startsWith('network-acl') && kind !== 'security-group-ingress',
    );
    expect(hops.map(({ kind, decision }) => `${kind} ${decision}`)).toEqual(expected);
  });

  it('is not asked about clients of private addresses', () => {
    const hops = hopsOf({ balancer: facing, declared: declared(office) });
    expect(hops.map(({ kind }) => kind)).toEqual([
      'network-acl-ingress',
      'security-group-ingress',
      'network-acl-egress',
    ]);
  });
});

describe('whose paths there are', () => {
  it('one for each zone, port and range', () => {
    const changes = listening([80, 443]);
    const paths = pathsOf({ changes, declared: { ports: [443, 8443], clients: [office, '192.0.2.0/24'] } });
    expect(paths.known && paths.value.map(({ port, clients }) => `${port} ${clients}`)).toEqual([
      `80 ${office}`,
      '80 192.0.2.0/24',
      `443 ${office}`,
      '443 192.0.2.0/24',
      `8443 ${office}`,
      '8443 192.0.2.0/24',
    ]);
  });

  it('by IPv6 too where the load balancer speaks it, whose clients a group may forget', () => {
    const paths = pathsOf({ balancer: { ...facing, ipAddressType: 'dualstack' } });
    const groups = paths.known
      ? paths.value.map(({ admit, hops }) => [
          admit,
          hops.find((hop) => hop.kind === 'security-group-ingress')?.decision,
        ])
      : [];
    expect(groups).toEqual([
      [['0.0.0.0/0'], 'allow'],
      [['::/0'], 'deny'],
    ]);
  });

  it.each<readonly [string, Inventory['securityGroupRules'], readonly string[]]>([
    ['IPv4 alone', sg('10.0.0.0/16'), ['10.0.0.0/16 allow']],
    ['IPv6 alone', sg('2001:db8::/56'), ['2001:db8::/56 allow']],
    ['neither', known([]), ['10.0.0.0/16 deny']],
    ['nobody knows whom', unknown('forbidden', 'no'), ['10.0.0.0/16 unknown', '2001:db8::/56 unknown']],
  ])('by one family where anybody will do, and the group admits %s', (_, rules, expected) => {
    const paths = pathsOf({ rules, balancer: { ipAddressType: 'dualstack' } });
    const groups = paths.known ? paths.value : [];
    expect(
      groups.map(
        ({ admit, hops }) => `${admit} ${hops.find(({ kind }) => kind === 'security-group-ingress')?.decision}`,
      ),
    ).toEqual(expected);
  });

  it.each([
    ['none of a gateway load balancer', { balancer: { type: 'gateway' } }, known([])],
    ['none for UDP', { changes: listening([53], 'UDP') }, known([])],
    ['not known without the listeners', { changes: { listeners: {} } }, { known: false, kind: 'not-asked' }],
    [
      'not known where what is declared is no range',
      { declared: { ports: [], clients: ['office'] } },
      { known: false, reason: 'office, declared as clients of lb, is no range of addresses' },
    ],
  ] as const)('%s', (_, situation, expected) => {
    expect(pathsOf(situation)).toMatchObject(expected);
  });

  it('names what a line has to speak of: what is declared, everybody, or the VPC', () => {
    const admits = [{ declared: declared(office) }, { balancer: facing }, {}].map((one) => {
      const paths = pathsOf(one);
      return paths.known ? paths.value.map(({ admit }) => admit) : [];
    });
    expect(admits).toEqual([[[office]], [['0.0.0.0/0']], [['10.0.0.0/16']]]);
  });
});

it('counts an interface in the declared range only', () => {
  const stranger = networkInterface('stranger', 'subnet-app-a', '10.0.1.9', ['sg-other']);
  const changes = { networkInterfaces: known([stranger]) };
  const [inside, outside] = ['10.0.1.8/30', '10.0.1.0/30'].map((range) =>
    hopsOf({ rules: sg('sg-other'), changes, declared: declared(range) }).find(
      (hop) => hop.kind === 'security-group-ingress',
    ),
  );
  expect([inside?.decision, outside?.decision]).toEqual(['allow', 'deny']);
});
