import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { BlockPublicAccess } from '../../../lambda/model/network.ts';
import { judgeBlockPublicAccess } from '../../../lambda/reachability/gateway/block-public-access.ts';
import { locate } from '../../../lambda/reachability/locate.ts';
import { judged } from './judged.ts';
import { wideInventory } from './wide-inventory.ts';

const WORLD = '203.0.113.9';
const TABLES = {
  near: [
    ['0.0.0.0/0', 'igw-1'],
    ['203.0.113.128/25', 'nat-1'],
    ['::/0', 'eigw-1'],
  ],
  edge: [['0.0.0.0/0', 'igw-1']],
} as const;
/** In from the internet, directly out, out by NAT, and out by IPv6 outwards only. */
const WAYS: readonly (readonly [string, string])[] = [
  [WORLD, '10.0.1.5'],
  ['10.0.1.5', WORLD],
  ['10.0.1.5', '203.0.113.200'],
  ['2001:db8:0:1::5', '2001:db8:f00::9'],
];

type Exclusion = BlockPublicAccess['exclusions'][number];
const exclusion = (resourceId: string, allows: Exclusion['allows'], state = 'create-complete'): Exclusion => ({
  resourceId,
  allows,
  state,
});

function decisions(blockPublicAccess: Inventory['blockPublicAccess']) {
  const inventory = wideInventory(TABLES, { blockPublicAccess });
  return WAYS.map(
    ([from, to]) => judged(inventory, from, to).forward.find(({ kind }) => kind === 'block-public-access')?.decision,
  );
}

describe('block public access', () => {
  const nothing = [undefined, undefined, undefined, undefined];

  it.each([
    ['off', 'off', [], nothing],
    ['bidirectional stops all', 'block-bidirectional', [], ['deny', 'deny', 'deny', 'deny']],
    ['ingress lets out what lets none in', 'block-ingress', [], ['deny', 'deny', 'allow', 'allow']],
    [
      'an excluded VPC',
      'block-bidirectional',
      [exclusion('vpc-1', 'bidirectional')],
      ['allow', 'allow', 'allow', 'allow'],
    ],
    [
      'an excluded subnet, which the NAT gateway is not in',
      'block-bidirectional',
      [exclusion('subnet-app-a', 'bidirectional', 'update-complete')],
      ['allow', 'allow', 'deny', 'allow'],
    ],
    [
      'an exclusion outwards',
      'block-bidirectional',
      [exclusion('vpc-1', 'egress')],
      ['deny', 'allow', 'allow', 'allow'],
    ],
    [
      'an exclusion outwards, which ingress mode does not heed',
      'block-ingress',
      [exclusion('vpc-1', 'egress')],
      ['deny', 'deny', 'allow', 'allow'],
    ],
    [
      'an exclusion of another VPC',
      'block-bidirectional',
      [exclusion('vpc-2', 'bidirectional')],
      ['deny', 'deny', 'deny', 'deny'],
    ],
    [
      'an exclusion under way',
      'block-bidirectional',
      [exclusion('vpc-1', 'bidirectional', 'create-in-progress')],
      ['unknown', 'unknown', 'unknown', 'unknown'],
    ],
    [
      'an exclusion that failed',
      'block-bidirectional',
      [exclusion('vpc-1', 'bidirectional', 'create-failed')],
      ['deny', 'deny', 'deny', 'deny'],
    ],
  ] satisfies [string, BlockPublicAccess['mode'], Exclusion[], unknown[]][])(
    '%s',
    (_situation, mode, exclusions, expected) => {
      expect(decisions(known({ mode, exclusions }))).toEqual(expected);
    },
  );

  it('is not known where it could not be read', () => {
    expect(decisions(unknown('forbidden', 'access was denied'))).toEqual(Array(4).fill('unknown'));
  });

  it('is taken to be off where nobody looked, which is said', () => {
    const unasked = unknown('not-asked', 'it was not read');
    expect(decisions(unasked)).toEqual(nothing);
    for (const [from, to] of WAYS) {
      const { assumptions, verdict } = judged(wideInventory(TABLES, { blockPublicAccess: unasked }), from, to);
      expect(assumptions?.[0]).toBe(
        'VPC Block Public Access is taken to be off: block public access settings are not known: it was not read.',
      );
      expect(verdict).toBe('allow');
    }
  });

  it('says which exclusion lifts it', () => {
    const blockPublicAccess = known({
      mode: 'block-bidirectional' as const,
      exclusions: [exclusion('vpc-1', 'bidirectional')],
    });
    const { forward } = judged(wideInventory(TABLES, { blockPublicAccess }), '10.0.1.5', WORLD);
    expect(forward).toContainEqual({
      kind: 'block-public-access',
      resource: 'subnet-app-a',
      line: 'vpc-1',
      decision: 'allow',
      why: 'block public access (block-bidirectional) leaves vpc-1 out (bidirectional)',
    });
  });

  it('names the address where nobody knows the subnet', () => {
    const place = { cidr: '10.0.1.5/32', subnetId: null, interfaceId: null, securityGroups: null };
    const at = locate(wideInventory(), place);
    if (at === null) throw new Error('10.0.1.5 is an address');
    const blockPublicAccess = known({ mode: 'block-ingress' as const, exclusions: [] });
    const { hops } = judgeBlockPublicAccess(wideInventory(TABLES, { blockPublicAccess }), at, 'in');
    expect(hops).toMatchObject([{ resource: '10.0.1.5', decision: 'deny' }]);
  });
});
