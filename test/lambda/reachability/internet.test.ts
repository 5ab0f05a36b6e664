import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
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

describe('out into the internet', () => {
  it('passes by the public address of the very interface, and says what is taken for granted', () => {
    const path = judged(wideInventory(OUT), '10.0.1.5', WORLD);
    expect(wayOf(path)).toEqual({
      there: ['route rtb-near 0.0.0.0/0 allow', 'internet-gateway igw-1 allow'],
      back: [],
    });
    expect(path).toMatchObject({
      verdict: 'allow',
      assumptions: ['Beyond the internet gateway nothing is judged: 203.0.113.9 is taken to be reached and to answer.'],
    });
    expect(path.forward.at(-1)?.why).toBe('igw-1 carries 10.0.1.5 out as 198.51.100.5');
    expect(path.return.map(({ kind, resource }) => [kind, resource])).toEqual([['network-acl-ingress', 'acl-1']]);
  });

  it.each([
    [
      'a host without a public address',
      OUT,
      '10.0.0.7',
      WORLD,
      {},
      'deny',
      '10.0.0.7 has no public address, which igw-1 wants',
    ],
    [
      'a host by IPv6, which needs none',
      OUT,
      '2001:db8::7',
      WORLD6,
      {},
      'allow',
      'igw-1 carries 2001:db8::7 out as it is',
    ],
    [
      'a host by IPv6 outwards only',
      ONLY_OUT,
      '2001:db8::7',
      WORLD6,
      {},
      'allow',
      'eigw-1 carries 2001:db8::7 out as it is',
    ],
    [
      'an address that no interface holds',
      OUT,
      '10.0.0.99',
      WORLD,
      {},
      'unknown',
      'no network interface of the inventory holds 10.0.0.99',
    ],
    [
      'interfaces that could not be read',
      OUT,
      '10.0.1.5',
      WORLD,
      { networkInterfaces: refused },
      'unknown',
      'network interfaces are not known',
    ],
    [
      'a gateway that is elsewhere',
      { near: [['0.0.0.0/0', 'igw-2']] },
      '10.0.1.5',
      WORLD,
      {},
      'deny',
      'igw-2 is not attached to vpc-1',
    ],
    [
      'a gateway that is not there',
      { near: [['0.0.0.0/0', 'igw-9']] },
      '10.0.1.5',
      WORLD,
      {},
      'unknown',
      'igw-9 is not in the inventory',
    ],
    [
      'gateways that could not be read',
      OUT,
      '10.0.1.5',
      WORLD,
      { internetGateways: refused },
      'unknown',
      'internet gateways are not known',
    ],
    [
      'a private destination',
      OUT,
      '10.0.1.5',
      '192.168.7.7',
      {},
      'deny',
      'igw-1 carries nothing to a private address, as 192.168.7.7 is',
    ],
    ['a shared address', OUT, '10.0.1.5', '100.64.0.1', {}, 'deny', 'carries nothing to a private address'],
    ['a unique local destination', OUT, '2001:db8::7', 'fd00::9', {}, 'deny', 'carries nothing to a private address'],
  ] satisfies [string, Tables, string, string, Partial<Inventory>, string, string][])(
    '%s',
    (_situation, tables, from, to, changes, decision, why) => {
      const inventory = wideInventory(tables, changes);
      const hop = gatewayHop(inventory, from, to);
      expect(hop?.why).toContain(why);
      expect(hop?.decision).toBe(decision);
    },
  );

  it('carries no unique local sender', () => {
    const { networkInterfaces, subnets } = wideInventory();
    const inventory = wideInventory(OUT, {
      networkInterfaces: networkInterfaces.known
        ? known(
            networkInterfaces.value.map((one) => ({ ...one, ipv6Addresses: one.id === 'eni-node' ? ['fd00::7'] : [] })),
          )
        : networkInterfaces,
      subnets: subnets.known
        ? known(subnets.value.map((one) => ({ ...one, ipv6Cidrs: one.id === 'subnet-lb-a' ? ['fd00::/64'] : [] })))
        : subnets,
    });
    expect(gatewayHop(inventory, 'fd00::7', WORLD6)).toMatchObject({
      decision: 'deny',
      why: 'igw-1 carries nothing from a private address, as fd00::7 is',
    });
  });

  it('does not follow a host of whose public address nothing is known to another host', () => {
    const path = judged(wideInventory(OUT), '10.0.0.7', '198.51.100.5');
    expect(wayOf(path)).toEqual({
      there: ['route rtb-near 0.0.0.0/0 allow', 'internet-gateway igw-1 deny', 'internet-gateway igw-1 allow'],
      back: [],
    });
  });
});
