import { describe, expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judged } from './judged.ts';
import { rule } from './small-inventory.ts';
import { peering, referring, wideInventory } from './wide-inventory.ts';

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

describe('a reference to a group over a peering', () => {
  const reference = referring(rule('sgr-in', 'sg-far', 'in', 'tcp', 8080, 'sg-lb'), { vpcId: 'vpc-1', ownerId: '7' });
  const outwards = rule('sgr-out', 'sg-lb', 'out', 'tcp', 8080, 'sg-far');
  const rules = [reference, outwards];

  it.each([
    ['one Region', peering(), 'allow', 'allow', 'sgr-in admits tcp 8080 from sg-lb'],
    [
      'two Regions',
      peering({}, 'us-east-1'),
      'deny',
      'deny',
      'sgr-in names sg-lb, but a reference does not count here: pcx-1 joins eu-west-1 and us-east-1',
    ],
    [
      'Regions not told',
      peering({}, null),
      'unknown',
      'unknown',
      'counts is not known: pcx-1 does not tell its Regions',
    ],
  ])('%s', (_situation, one, ingress, egress, why) => {
    const { forward } = judged(peered({ peerings: known([one]), securityGroupRules: known(rules) }), NEAR, FAR);
    const hop = forward.find(({ kind }) => kind === 'security-group-ingress');
    expect(hop).toMatchObject({ decision: ingress });
    expect(hop?.why).toContain(why);
    expect(forward[0]).toMatchObject({ kind: 'security-group-egress', decision: egress });
  });

  it('counts by the way back where there is none that leads there', () => {
    const inventory = wideInventory({ far: ROUTED.far }, { securityGroupRules: known(rules) });
    expect(judged(inventory, NEAR, FAR).forward.at(-1)).toMatchObject({ decision: 'allow', line: 'sgr-in' });
  });

  it('is not known where no way leads either way', () => {
    const { forward } = judged(wideInventory({}, { securityGroupRules: known(rules) }), NEAR, FAR);
    expect(forward.at(-1)?.why).toBe(
      'whether sgr-in, a reference to sg-lb, counts is not known: the way between vpc-2 and vpc-1 is not',
    );
  });

  it.each([
    ['ingress', { ingressReferences: ['sg-lb'], egressReferences: [] }, 'deny'],
    ['the other direction', { ingressReferences: [], egressReferences: ['sg-lb'] }, 'allow'],
  ])('does not count where AWS lists it as stale: %s', (_which, references, decision) => {
    const stale = known([{ groupId: 'sg-far', vpcId: 'vpc-2', ...references }]);
    const { forward } = judged(peered({ staleSecurityGroups: stale, securityGroupRules: known(rules) }), NEAR, FAR);
    expect(forward.at(-1)).toMatchObject({ decision });
  });

  it('does not count the way out where that is stale', () => {
    const stale = known([{ groupId: 'sg-lb', vpcId: 'vpc-1', ingressReferences: [], egressReferences: ['sg-far'] }]);
    const path = judged(peered({ staleSecurityGroups: stale, securityGroupRules: known(rules) }), NEAR, FAR);
    expect(path.forward[0]?.why).toContain('sgr-out names sg-far, but AWS lists the reference as stale');
  });

  it.each([
    [
      'a group of another account',
      referring(reference, { vpcId: 'vpc-2', ownerId: '7' }),
      'whether 172.16.1.5 wears sg-lb of account 7 (sgr-in) is not known',
    ],
    [
      'a group of who knows whom',
      referring(reference, { vpcId: 'vpc-2', ownerId: null }),
      'whether 172.16.1.5 wears sg-lb (sgr-in) is not known',
    ],
  ])('is not known for members that nobody sees: %s', (_situation, one, why) => {
    const { subnets } = peered();
    const own = subnets.known ? subnets.value.filter(({ vpcId }) => vpcId === 'vpc-1') : [];
    const inward = { ...one, groupId: 'sg-app' };
    const path = judged(
      peered({
        subnets: known(own),
        networkInterfaces: peered().networkInterfaces,
        securityGroupRules: known([inward]),
      }),
      '172.16.1.5',
      '10.0.1.5',
    );
    expect(path.forward.at(-1)?.why).toBe(why);
  });

  it.each([
    ['associated', 'allow'],
    ['disassociating', 'unknown'],
  ])('depends on a group being %s with the VPC that it is worn in', (state, decision) => {
    const associations = known([{ groupId: 'sg-lb', vpcId: 'vpc-1', state }]);
    const path = judged(
      peered({ securityGroupVpcAssociations: associations, securityGroupRules: known(rules) }),
      NEAR,
      FAR,
    );
    expect(path.forward.at(-1)).toMatchObject({ decision });
  });
});
