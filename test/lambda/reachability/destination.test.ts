import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { judged, wayOf } from './judged.ts';
import { subnet } from './small-inventory.ts';
import { far, peering, wideInventory } from './wide-inventory.ts';

const NEAR = '10.0.0.7';
const FAR = '172.16.1.5';
const ROUTED = {
  near: [
    ['172.16.0.0/16', 'pcx-1'],
    ['2001:db8:ff::/56', 'pcx-1'],
  ],
  far: [
    ['10.0.0.0/16', 'pcx-1'],
    ['2001:db8::/56', 'pcx-1'],
  ],
} as const;

const peered = (changes: Partial<Inventory> = {}) => wideInventory(ROUTED, changes);

describe('what is not there', () => {
  it.each([
    ['no such subnet', '172.16.5.5', 'deny', 'vpc-2', 'no subnet of vpc-2 holds 172.16.5.5'],
    ['no such host', '172.16.1.99', 'deny', 'subnet-far-a', 'no network interface in subnet-far-a holds 172.16.1.99'],
    ['no such subnet at home', '10.0.9.9', 'deny', 'vpc-1', 'no subnet of vpc-1 holds 10.0.9.9'],
    [
      'no such host at home',
      '10.0.1.99',
      'deny',
      'subnet-app-a',
      'no network interface in subnet-app-a holds 10.0.1.99',
    ],
    [
      'what AWS keeps',
      '10.0.1.2',
      'unknown',
      'subnet-app-a',
      '10.0.1.2 of subnet-app-a is one that AWS keeps for itself: whether it answers is not known',
    ],
    [
      'what AWS keeps by IPv6',
      '2001:db8:0:1::1',
      'unknown',
      'subnet-app-a',
      '2001:db8:0:1::1 of subnet-app-a is one that AWS keeps',
    ],
  ])('%s', (_situation, to, decision, resource, why) => {
    const path = judged(peered(), to.includes(':') ? '2001:db8::7' : NEAR, to);
    const hop = path.forward.find(({ kind }) => kind === 'destination');
    expect(hop).toMatchObject({ decision, resource });
    expect(hop?.why).toContain(why);
    expect(path.verdict).toBe(decision);
  });

  it.each([
    ['its subnet is not in the inventory', {}, 'subnet-gone'],
    ['no subnet could be read', { subnets: unknown('failed', 'no answer') }, 'subnet-app-a'],
  ] satisfies [string, Partial<Inventory>, string][])(
    'does not know whether there is a host where %s',
    (_situation, changes, subnetId) => {
      const inventory = peered(changes);
      const { flow } = judged(inventory, NEAR, '10.0.1.5');
      const destination = { cidr: '10.0.1.99/32', subnetId, interfaceId: null, securityGroups: null };
      const { forward, verdict } = judgePath(inventory, { ...flow, destination });
      expect(forward.filter(({ kind }) => kind === 'destination')).toEqual([]);
      expect(forward.at(-1)?.why).toContain('no network interface of the inventory holds 10.0.1.99');
      expect(verdict).toBe('unknown');
    },
  );

  it('does not know a VPC that is not in the inventory', () => {
    const { subnets } = peered();
    const own = subnets.known ? subnets.value.filter(({ vpcId }) => vpcId === 'vpc-1') : [];
    const path = judged(peered({ subnets: known(own), networkInterfaces: known([]) }), NEAR, FAR);
    expect(wayOf(path).there).toContain('destination vpc-2 unknown');
    expect(path.verdict).toBe('unknown');
  });

  it('does not know how a private address of another VPC gets in', () => {
    const path = judged(peered({ networkInterfaces: known([]) }), '172.31.0.1', '10.0.1.5');
    expect(path.verdict).toBe('deny');
    const { subnets } = peered();
    const own = subnets.known ? subnets.value.filter(({ vpcId }) => vpcId === 'vpc-1') : [];
    const foreign = judged(peered({ subnets: known(own) }), FAR, '10.0.1.5');
    expect(wayOf(foreign)).toMatchObject({
      there: [],
      back: ['route rtb-near 172.16.0.0/16 allow', 'peering pcx-1 allow', 'destination vpc-2 unknown'],
    });
  });
});

describe('two peers with the same range', () => {
  const twin = { ...subnet('subnet-twin-a', '172.16.2.0/24'), vpcId: 'vpc-3' };
  const second = peering({ id: 'pcx-2', accepter: { ...peering().accepter, vpcId: 'vpc-3' } });
  const wide = wideInventory();
  const table = (vpcId: string, target: string) => ({
    id: `rtb-${vpcId}`,
    vpcId,
    main: true,
    subnetIds: [],
    routes: [{ destination: '10.0.0.0/16', target, state: 'active' as const }],
  });

  it('are told apart by more specific routes', () => {
    const routes = wideInventory({
      near: [
        ['172.16.1.0/24', 'pcx-1'],
        ['172.16.2.0/24', 'pcx-2'],
      ],
    }).routeTables;
    const main = routes.known ? routes.value.filter(({ vpcId }) => vpcId === 'vpc-1') : [];
    const twins = [
      ['vpc-2', 'subnet-far-a', '172.16.1.5'],
      ['vpc-2', 'subnet-far-b', '172.16.2.5'],
      ['vpc-3', 'subnet-twin-b', '172.16.1.5'],
      ['vpc-3', 'subnet-twin-a', '172.16.2.5'],
    ] as const;
    const { networkInterfaces, subnets } = wide;
    const [node] = networkInterfaces.known ? networkInterfaces.value : [];
    if (node === undefined) throw new Error('the small inventory has a node');
    const inventory = wideInventory(
      {},
      {
        peerings: known([peering(), second]),
        routeTables: known([...main, table('vpc-2', 'pcx-1'), table('vpc-3', 'pcx-2')]),
        subnets: known([
          ...(subnets.known ? subnets.value : []),
          twin,
          { ...twin, id: 'subnet-twin-b', cidr: '172.16.1.0/24' },
          far(subnet('subnet-far-b', '172.16.2.0/24')),
        ]),
        networkInterfaces: known([
          node,
          ...twins.map(([vpcId, subnetId, address]) => ({
            ...node,
            id: `eni-of-${subnetId}`,
            vpcId,
            subnetId,
            addresses: [{ address, primary: true, publicAddress: null }],
          })),
        ]),
      },
    );
    expect(judged(inventory, NEAR, '172.16.1.5').flow.destination.interfaceId).toBe('eni-of-subnet-far-a');
    expect(judged(inventory, NEAR, '172.16.2.5').flow.destination.interfaceId).toBe('eni-of-subnet-twin-a');
  });

  it('says where a route leads to another VPC than the one that is meant', () => {
    const meant = {
      cidr: '172.16.1.5/32',
      subnetId: 'subnet-twin-a',
      interfaceId: 'eni-x',
      securityGroups: ['sg-far'],
    };
    const { subnets } = wide;
    const inventory = peered({ subnets: known([...(subnets.known ? subnets.value : []), twin]) });
    const flow = { ...judged(inventory, NEAR, FAR).flow, destination: meant };
    expect(judgePath(inventory, flow).forward).toContainEqual(
      expect.objectContaining({
        kind: 'destination',
        decision: 'deny',
        why: 'the way leads 172.16.1.5 to vpc-2, but it is meant for vpc-3',
      }),
    );
  });
});
