import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judged, wayOf } from './judged.ts';
import { rule } from './small-inventory.ts';
import { inPublic, natGateway, openRules, type Tables, wideInventory } from './wide-inventory.ts';

const WORLD = '203.0.113.9';
const WORLD6 = '2001:db8:f00::9';
const refused = unknown('forbidden', 'access was denied', 'ec2:DescribeInternetGateways');

function gatewayHop(inventory: Inventory, from: string, to: string) {
  return judged(inventory, from, to).forward.find(({ kind }) => kind === 'internet-gateway');
}

describe('through a NAT gateway', () => {
  const NAT: Tables = { near: [['0.0.0.0/0', 'nat-1']], edge: [['0.0.0.0/0', 'igw-1']], far: [['0.0.0.0/0', 'igw-2']] };

  it('goes on from its subnet under its address, and back the same way', () => {
    const path = judged(wideInventory(NAT), '10.0.0.7', WORLD);
    expect(path.verdict).toBe('allow');
    expect(path.forward.map(({ kind, resource, line }) => [kind, resource, line].filter(Boolean).join(' '))).toEqual([
      'security-group-egress sg-lb sgr-sg-lb-out',
      'network-acl-egress acl-1 100',
      'route rtb-near 0.0.0.0/0',
      'network-acl-ingress acl-1 100',
      'nat-gateway nat-1',
      'network-acl-egress acl-1 100',
      'route rtb-edge 0.0.0.0/0',
      'internet-gateway igw-1',
    ]);
    expect(path.return.map(({ kind, resource, line }) => [kind, resource, line].filter(Boolean).join(' '))).toEqual([
      'network-acl-ingress acl-1 100',
      'network-acl-egress acl-1 100',
      'route rtb-edge 10.0.0.0/16',
      'network-acl-ingress acl-1 100',
    ]);
    expect(path.forward[4]?.why).toBe('nat-1 sends the connection on from subnet-edge-a as 10.0.2.9');
    expect(path.forward[7]?.why).toBe('igw-1 carries 10.0.2.9 out as 198.51.100.9');
  });

  it.each([
    ['is not in the inventory', { natGateways: known([]) }, 'unknown', 'nat-1 is not in the inventory'],
    ['could not be read', { natGateways: refused }, 'unknown', 'NAT gateways are not known'],
    ['is gone', { natGateways: known([natGateway({ state: 'deleted' })]) }, 'deny', 'nat-1 is deleted, not available'],
    [
      'is regional',
      { natGateways: known([natGateway({ subnetId: null })]) },
      'unknown',
      'nat-1 is a regional NAT gateway, whose subnet and table are not in the inventory',
    ],
    [
      'stands where nobody knows',
      { natGateways: known([natGateway({ subnetId: 'subnet-gone', addresses: [] })]) },
      'unknown',
      'the address of nat-1 is not known',
    ],
  ] satisfies [string, Partial<Inventory>, string, string][])(
    'stops where it %s',
    (_situation, changes, decision, why) => {
      const path = judged(wideInventory(NAT, changes), '10.0.0.7', WORLD);
      expect(path.forward.at(-1)).toMatchObject({ kind: 'nat-gateway', decision });
      expect(path.forward.at(-1)?.why).toContain(why);
      expect(path.verdict).toBe(decision);
    },
  );

  it.each([
    [
      'a private one',
      natGateway({ connectivity: 'private', addresses: [{ privateAddress: '10.0.2.9', publicAddress: null }] }),
      'deny',
      'igw-1 drops what comes from nat-1, a private NAT gateway',
    ],
    [
      'one whose public address was not told',
      natGateway({ addresses: [{ privateAddress: '10.0.2.9', publicAddress: null }] }),
      'unknown',
      'the public address of nat-1 was not told',
    ],
    [
      'one whose own address was not told',
      natGateway({ addresses: [{ privateAddress: null, publicAddress: '198.51.100.9' }] }),
      'allow',
      'igw-1 carries 10.0.2.0/24 out as 198.51.100.9',
    ],
  ])('wants a public address for the internet: %s', (_which, nat, decision, why) => {
    const hop = gatewayHop(wideInventory(NAT, { natGateways: known([nat]) }), '10.0.0.7', WORLD);
    expect(hop?.why).toContain(why);
    expect(hop?.decision).toBe(decision);
  });

  it('does not know its address where that was not told and no subnet could be read', () => {
    const nat = natGateway({ addresses: [{ privateAddress: null, publicAddress: '198.51.100.9' }] });
    const inventory = wideInventory(NAT, { natGateways: known([nat]) });
    const { routeTables } = inventory;
    const tables = routeTables.known
      ? routeTables.value.map((table) => ({ ...table, subnetIds: ['subnet-lb-a'] }))
      : [];
    const unread = { ...inventory, subnets: unknown('failed', 'no answer'), routeTables: known(tables.slice(0, 1)) };
    const hop = judged(unread, '10.0.0.7', WORLD).forward.find(({ kind }) => kind === 'nat-gateway');
    expect(hop).toMatchObject({ decision: 'unknown', why: 'the address of nat-1 is not known' });
  });

  it('says by which of several addresses the rest was judged', () => {
    const addresses = ['198.51.100.9', '198.51.100.10'].map((publicAddress, index) => ({
      privateAddress: `10.0.2.${index}`,
      publicAddress,
    }));
    const path = judged(wideInventory(NAT, { natGateways: known([natGateway({ addresses })]) }), '10.0.0.7', WORLD);
    expect(path.assumptions).toContain('nat-1 has 2 addresses; the way on is judged by the first.');
  });

  it('does not judge NAT64', () => {
    expect(judged(wideInventory({ near: [['::/0', 'nat-1']] }), '2001:db8::7', WORLD6).forward.at(-1)?.why).toContain(
      'NAT64',
    );
  });

  it('finds a gateway that leads back to itself', () => {
    const path = judged(wideInventory({ ...NAT, edge: [['0.0.0.0/0', 'nat-1']] }), '10.0.0.7', WORLD);
    expect(path.forward.at(-1)).toMatchObject({ kind: 'nat-gateway', decision: 'deny' });
    expect(path.forward.at(-1)?.why).toBe(
      'the route table of subnet-edge-a, where nat-1 stands, leads back to nat-1: a loop',
    );
  });

  it('finds a loop of two gateways', () => {
    const second = natGateway({
      id: 'nat-2',
      subnetId: 'subnet-app-a',
      addresses: [{ privateAddress: '10.0.1.9', publicAddress: '198.51.100.8' }],
    });
    const inventory = wideInventory(
      { ...NAT, edge: [['0.0.0.0/0', 'nat-2']] },
      { natGateways: known([natGateway(), second]) },
    );
    const path = judged(inventory, '10.0.0.7', WORLD);
    expect(path.blockers[0]).toMatchObject({ kind: 'nat-gateway', resource: 'nat-1' });
    expect(path.blockers[0]?.why).toContain('leads back to nat-1: a loop');
  });

  it('is what another host sees, by ports of its own', () => {
    const rules = [
      ...openRules().filter(({ id }) => id !== 'sgr-sg-far-in'),
      rule('sgr-seen', 'sg-far', 'in', 'tcp', 8080, '198.51.100.9/32'),
    ];
    const { networkInterfaces } = wideInventory();
    const all = networkInterfaces.known ? networkInterfaces.value : [];
    const inventory = wideInventory(NAT, {
      securityGroupRules: known(rules),
      networkInterfaces: known(all.map((one) => (one.id === 'eni-far' ? inPublic(one, '198.51.100.77') : one))),
    });
    const path = judged(inventory, '10.0.0.7', '198.51.100.77');
    expect(path.verdict).toBe('allow');
    expect(path.flow.destination.interfaceId).toBe('eni-far');
    expect(path.forward.at(-1)).toMatchObject({ line: 'sgr-seen' });
    const [out] = path.return;
    expect(out).toMatchObject({
      kind: 'network-acl-egress',
      resource: 'acl-2',
      why: 'rule 100 of acl-2 admits tcp to 198.51.100.9 ports 1024-65535',
    });
  });

  it('takes private destinations as meant for another way', () => {
    const path = judged(wideInventory(NAT), '10.0.0.7', '172.16.1.5');
    expect(path.forward.at(-1)).toMatchObject({ kind: 'internet-gateway', decision: 'deny' });
    expect(path.return).toEqual([]);
  });

  it('is passed over within its own subnet', () => {
    const inventory = wideInventory({
      ...NAT,
      edge: [
        ['0.0.0.0/0', 'igw-1'],
        ['203.0.113.0/24', 'nat-1'],
      ],
    });
    const path = judged(inventory, '10.0.2.77', WORLD);
    expect(path.forward.filter(({ kind }) => kind.startsWith('network-acl'))).toEqual([]);
  });

  it('is asked by another VPC over a transit gateway, and does not know the way back there', () => {
    const central = wideInventory(
      { near: [['0.0.0.0/0', 'igw-1']], edge: [['0.0.0.0/0', 'nat-1']], far: [['0.0.0.0/0', 'tgw-1']] },
      centralNat(),
    );
    const path = judged(central, '172.16.1.5', WORLD, 'vpc-2');
    expect(wayOf(path)).toEqual({
      there: [
        'route rtb-far 0.0.0.0/0 allow',
        'transit-gateway tgw-1 tgw-attach-2 allow',
        'transit-gateway-route tgw-rtb-1 0.0.0.0/0 allow',
        'transit-gateway tgw-1 tgw-attach-1 allow',
        'route rtb-edge 0.0.0.0/0 allow',
        'nat-gateway nat-1 allow',
        'route rtb-near 0.0.0.0/0 allow',
        'internet-gateway igw-1 allow',
      ],
      back: ['route rtb-near 0.0.0.0/0 allow', 'internet-gateway igw-1 deny'],
    });
  });

  it('is nothing that an internet gateway of another VPC would carry without it', () => {
    const direct = wideInventory({ edge: [['0.0.0.0/0', 'igw-1']], far: [['0.0.0.0/0', 'tgw-1']] }, centralNat());
    const { forward } = judged(direct, '172.16.1.5', WORLD, 'vpc-2');
    expect(forward.at(-1)).toMatchObject({
      decision: 'deny',
      why: 'igw-1 carries nothing for 172.16.1.5, which is no address of vpc-1',
    });
  });
});

/** tgw-1 sends everything to vpc-1, and the NAT gateway stands in the load balancer's subnet there. */
function centralNat(): Partial<Inventory> {
  return {
    natGateways: known([
      natGateway({
        subnetId: 'subnet-lb-a',
        addresses: [{ privateAddress: '10.0.0.9', publicAddress: '198.51.100.9' }],
      }),
    ]),
    transitGatewayRouteTables: known([
      {
        id: 'tgw-rtb-1',
        transitGatewayId: 'tgw-1',
        routes: known([{ destination: '0.0.0.0/0', attachmentIds: ['tgw-attach-1'], state: 'active' }]),
      },
    ]),
  };
}
