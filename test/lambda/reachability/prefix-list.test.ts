import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Station } from '../../../lambda/model/flow.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { rule, smallInventory } from './small-inventory.ts';

const RULES = [
  rule('sgr-out', 'sg-lb', 'out', '-1', null, '0.0.0.0/0'),
  rule('sgr-list', 'sg-app', 'in', 'tcp', 8080, 'pl-1'),
];
const refused = unknown('forbidden', 'access was denied', 'ec2:GetManagedPrefixListEntries');
const lists = (cidrs: readonly string[]): Inventory['prefixLists'] =>
  known([{ id: 'pl-1', name: 'offices', cidrs: known(cidrs) }]);

function ingress(prefixLists: Inventory['prefixLists'], from: string | Station = '10.0.0.7') {
  const inventory = smallInventory({ securityGroupRules: known(RULES), prefixLists });
  return judgePath(inventory, flowBetween(inventory, from, '10.0.1.5')).forward.at(-1);
}

describe('a rule whose peer is a prefix list', () => {
  it.each([
    ['that holds the node', lists(['192.0.2.0/24', '10.0.0.0/24']), 'allow', 'sgr-list admits tcp 8080 from pl-1'],
    [
      'that does not',
      lists(['192.0.2.0/24', '::/0']),
      'deny',
      'no rule of sg-app admits tcp 8080 from 10.0.0.7 (sg-lb)',
    ],
    ['that is empty', lists([]), 'deny', 'no rule of sg-app admits'],
    [
      'that is not in the inventory',
      known([]),
      'unknown',
      'whether pl-1 (sgr-list) holds 10.0.0.7 is not known: pl-1 is not in the inventory',
    ],
    [
      'whose entries could not be read',
      known([{ id: 'pl-1', name: 'offices', cidrs: refused }]),
      'unknown',
      'the entries of pl-1 (offices) are not known: access was denied',
    ],
    ['where no list could be read', refused, 'unknown', 'prefix lists are not known: access was denied'],
  ] satisfies [string, Inventory['prefixLists'], string, string][])('%s', (_situation, prefixLists, decision, why) => {
    const hop = ingress(prefixLists);
    expect(hop?.why).toContain(why);
    expect(hop?.decision).toBe(decision);
  });

  it('names the list as the nearest miss', () => {
    expect(ingress(lists([]))?.nearestMiss).toEqual({
      line: 'sgr-list',
      misses: ['peer'],
      why: 'rule sgr-list admits tcp 8080 from pl-1, not from 10.0.0.7 (sg-lb)',
    });
  });

  it.each([
    ['all of a subnet', ['10.0.0.0/24'], 'allow'],
    ['half of it', ['10.0.0.0/25'], 'unknown'],
  ])('that holds %s, from somewhere in it', (_situation, cidrs, decision) => {
    const node = { cidr: '10.0.0.0/24', subnetId: 'subnet-lb-a', interfaceId: null, securityGroups: ['sg-lb'] };
    expect(ingress(lists(cidrs), node)).toMatchObject({ decision });
    expect(ingress(refused, node)).toMatchObject({ decision: 'unknown' });
  });
});
