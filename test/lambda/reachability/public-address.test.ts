import { describe, expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import { judged, wayOf } from './judged.ts';
import { rule } from './small-inventory.ts';
import { inPublic, referring, type Tables, wideInventory } from './wide-inventory.ts';

const WORLD = '203.0.113.9';
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

describe('by a public address from within', () => {
  const both = () => {
    const { networkInterfaces } = wideInventory();
    const all = networkInterfaces.known ? networkInterfaces.value : [];
    return {
      networkInterfaces: known(all.map((one) => (one.id === 'eni-node' ? inPublic(one, '198.51.100.7') : one))),
    };
  };

  it('goes out and comes in again, seen by the public address', () => {
    const rules = [
      rule('sgr-out', 'sg-lb', 'out', '-1', null, '0.0.0.0/0'),
      rule('sgr-seen', 'sg-app', 'in', 'tcp', 8080, '198.51.100.7/32'),
    ];
    const path = judged(
      wideInventory(OUT, { ...both(), securityGroupRules: known(rules) }),
      '10.0.0.7',
      '198.51.100.5',
    );
    expect(path.verdict).toBe('allow');
    expect(wayOf(path)).toEqual({
      there: ['route rtb-near 0.0.0.0/0 allow', 'internet-gateway igw-1 allow', 'internet-gateway igw-1 allow'],
      back: ['route rtb-near 0.0.0.0/0 allow', 'internet-gateway igw-1 allow'],
    });
    expect(path.forward.at(-1)).toMatchObject({ line: 'sgr-seen' });
    expect(path.assumptions).toBeUndefined();
  });

  it('starts at the private address also where it is named by the public one', () => {
    const path = judged(wideInventory(OUT, both()), '198.51.100.7', '10.0.1.5');
    expect(path.flow.source.cidr).toBe('10.0.0.7/32');
    expect(path.verdict).toBe('allow');
  });

  it('leaves even for itself', () => {
    expect(wayOf(judged(wideInventory(OUT), '10.0.1.5', '198.51.100.5')).there).toHaveLength(3);
  });

  it('carries no reference to a group', () => {
    const rules = [
      rule('sgr-out', 'sg-lb', 'out', '-1', null, '0.0.0.0/0'),
      rule('sgr-in', 'sg-app', 'in', 'tcp', 8080, 'sg-lb'),
    ];
    const path = judged(
      wideInventory(OUT, { ...both(), securityGroupRules: known(rules) }),
      '10.0.0.7',
      '198.51.100.5',
    );
    expect(path.blockers).toMatchObject([{ kind: 'security-group-ingress' }]);
    expect(path.blockers[0]?.why).toContain(
      'sgr-in names sg-lb, but a reference does not count here: the way leads over a public address',
    );
    expect(path.blockers[0]?.nearestMiss?.line).toBe('sgr-in');
  });

  it('knows that nobody on the internet wears a group, even one of another VPC', () => {
    const reference = referring(rule('sgr-in', 'sg-app', 'in', 'tcp', 8080, 'sg-far'), { vpcId: 'vpc-9' });
    const path = judged(wideInventory(OUT, { securityGroupRules: known([reference]) }), WORLD, '10.0.1.5');
    expect(path.forward.at(-1)).toMatchObject({ kind: 'security-group-ingress', decision: 'deny' });
  });
});
