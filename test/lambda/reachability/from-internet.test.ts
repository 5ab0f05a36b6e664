import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { judged, wayOf } from './judged.ts';
import { type Tables, wideInventory } from './wide-inventory.ts';

const WORLD = '203.0.113.9';
const WORLD6 = '2001:db8:f00::9';
const OUT: Tables = {
  near: [
    ['0.0.0.0/0', 'igw-1'],
    ['::/0', 'igw-1'],
  ],
  far: [
    ['0.0.0.0/0', 'igw-2'],
    ['::/0', 'igw-2'],
  ],
};
const ONLY_OUT: Tables = { near: [['::/0', 'eigw-1']] };
const refused = unknown('forbidden', 'access was denied', 'ec2:DescribeInternetGateways');

function gatewayHop(inventory: Inventory, from: string, to: string) {
  return judged(inventory, from, to).forward.find(({ kind }) => kind === 'internet-gateway');
}

describe('in from the internet', () => {
  it('passes to a public address, given as such or by the private one behind it', () => {
    for (const to of ['198.51.100.5', '10.0.1.5']) {
      const path = judged(wideInventory(OUT), WORLD, to);
      expect(wayOf(path)).toEqual({
        there: ['internet-gateway igw-1 allow'],
        back: ['route rtb-near 0.0.0.0/0 allow', 'internet-gateway igw-1 allow'],
      });
      expect(path).toMatchObject({ verdict: 'allow', flow: { destination: { interfaceId: 'eni-app' } } });
      expect(path.assumptions).toEqual([
        '203.0.113.9 is taken to reach the internet gateway, and to be reached from it.',
      ]);
    }
    expect(gatewayHop(wideInventory(OUT), WORLD, '10.0.1.5')?.why).toBe(
      'igw-1 lets the internet in to 10.0.1.5 as 198.51.100.5',
    );
  });

  it.each([
    [
      'a host without a public address',
      OUT,
      '10.0.0.7',
      {},
      'deny',
      '10.0.0.7 has no public address, by which igw-1 would let the internet in',
    ],
    [
      'a VPC without a gateway',
      OUT,
      '10.0.1.5',
      { internetGateways: known([]) },
      'deny',
      'no internet gateway is attached to vpc-1',
    ],
    [
      'gateways that could not be read',
      OUT,
      '10.0.1.5',
      { internetGateways: refused },
      'unknown',
      'internet gateways are not known',
    ],
    [
      'what no interface holds',
      OUT,
      '10.0.1.77',
      {},
      'unknown',
      'whether 10.0.1.77 has a public address, which igw-1 wants, is not known',
    ],
  ] satisfies [string, Tables, string, Partial<Inventory>, string, string][])(
    '%s',
    (_situation, tables, to, changes, decision, why) => {
      const hop = gatewayHop(wideInventory(tables, changes), WORLD, to);
      expect(hop?.why).toContain(why);
      expect(hop?.decision).toBe(decision);
    },
  );

  it.each([
    ['by IPv6', OUT, 'allow', []],
    [
      'but not by a gateway that is for the way out',
      ONLY_OUT,
      'deny',
      ['eigw-1 carries out only what is opened from within, not this answer'],
    ],
    [
      'whose answer would go to a NAT gateway',
      { near: [['0.0.0.0/0', 'nat-1']] },
      'deny',
      ['nat-1 carries only connections opened through it, not this answer'],
    ],
    ['whose answer has no way', {}, 'deny', ['rtb-near has no route to 203.0.113.9']],
  ] satisfies [string, Tables, string, string[]][])('%s', (_situation, tables, verdict, blockers) => {
    const six = tables === OUT || tables === ONLY_OUT;
    const path = six
      ? judged(wideInventory(tables), WORLD6, '2001:db8:0:1::5')
      : judged(wideInventory(tables), WORLD, '10.0.1.5');
    expect(path.blockers.map(({ why }) => why)).toEqual(blockers);
    expect(path.verdict).toBe(verdict);
  });

  it('does not know the VPC of a place whose subnet is not in the inventory', () => {
    const lost = { cidr: '10.0.1.5/32', subnetId: 'subnet-gone', interfaceId: 'eni-app', securityGroups: ['sg-app'] };
    const inventory = withTableOf('subnet-gone');
    const { flow } = judged(inventory, WORLD, '10.0.1.5');
    const { forward } = judgePath(inventory, { ...flow, destination: lost });
    expect(forward.slice(0, 2)).toMatchObject([
      {
        kind: 'internet-gateway',
        resource: '10.0.1.5',
        decision: 'unknown',
        why: 'subnet-gone is not in the inventory',
      },
      { kind: 'block-public-access', resource: 'subnet-gone', decision: 'deny' },
    ]);
  });

  it('comes by another way where the answer goes another way', () => {
    const line = judged(wideInventory({ near: [['0.0.0.0/0', 'vgw-1']] }), WORLD, '10.0.1.5');
    expect(line.verdict).toBe('unknown');
    expect(line.forward.map(({ kind }) => kind)).toEqual(['network-acl-ingress', 'security-group-ingress']);
  });
});

/** The way out is the table of one subnet alone, and public access is blocked but for the VPC that this is perhaps in. */
function withTableOf(subnetId: string): Inventory {
  const inventory = wideInventory(OUT);
  const { routeTables } = inventory;
  const all = routeTables.known ? routeTables.value.map((one) => ({ ...one, subnetIds: [subnetId] })) : [];
  const exclusion = { resourceId: 'vpc-1', allows: 'bidirectional' as const, state: 'create-complete' };
  return {
    ...inventory,
    routeTables: known(all.slice(0, 1)),
    blockPublicAccess: known({ mode: 'block-bidirectional', exclusions: [exclusion] }),
  };
}
