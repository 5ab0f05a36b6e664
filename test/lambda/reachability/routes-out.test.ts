import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Hop, Station } from '../../../lambda/model/flow.ts';
import type { Inventory, Route } from '../../../lambda/model/inventory.ts';
import type { PrefixList } from '../../../lambda/model/network.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { smallInventory } from './small-inventory.ts';

const route = (destination: string, target: string, state: Route['state'] = 'active'): Route => ({
  destination,
  target,
  state,
});
const LOCAL = route('10.0.0.0/16', 'local');
const FAR = '172.16.5.9';

type Situation = readonly [string, readonly Route[], Partial<Inventory>, Hop['decision'], string | undefined, string];

function table(id: string, routes: readonly Route[], subnetIds: readonly string[] = [], main = true, vpcId = 'vpc-1') {
  return { id, vpcId, main, subnetIds, routes };
}

function routeTo(to: string | Station, inventory: Inventory): Hop | undefined {
  const { forward } = judgePath(inventory, flowBetween(inventory, '10.0.0.7', to));
  return forward.find((hop) => hop.kind === 'route');
}

function withRoutes(routes: readonly Route[]): Inventory {
  return smallInventory({ routeTables: known([table('rtb-1', routes)]) });
}

describe('out of the VPC', () => {
  const list = (cidrs: PrefixList['cidrs']) => known([{ id: 'pl-1', name: 'far', cidrs }]);
  const UNREAD = list(unknown('forbidden', 'access was denied', 'ec2:GetManagedPrefixListEntries'));
  const BLACKHOLE = route('172.16.0.0/16', 'pcx-1', 'blackhole');

  it.each([
    ['no route', [LOCAL], {}, 'deny', undefined, 'rtb-1 has no route to 172.16.5.9'],
    ...['pcx-1', 'tgw-1', 'nat-1', 'igw-1', 'eigw-1', 'vpce-1'].map(
      (target) =>
        [
          `${target}, judged in its turn`,
          [LOCAL, route('172.16.0.0/16', target)],
          {},
          'allow',
          '172.16.0.0/16',
          `route 172.16.0.0/16 of rtb-1 leads to ${target}`,
        ] as const,
    ),
    [
      'blackhole',
      [route('0.0.0.0/0', 'igw-1'), BLACKHOLE],
      {},
      'deny',
      '172.16.0.0/16',
      'route 172.16.0.0/16 of rtb-1 is a blackhole (pcx-1)',
    ],
    [
      'a longer prefix than the blackhole',
      [BLACKHOLE, route('172.16.5.0/24', 'tgw-1')],
      {},
      'allow',
      '172.16.5.0/24',
      'tgw-1',
    ],
    ['static before propagated', [route('172.16.0.0/16', 'vgw-1'), BLACKHOLE], {}, 'deny', '172.16.0.0/16', 'pcx-1'],
    [
      'propagated alone',
      [LOCAL, route('172.16.0.0/16', 'vgw-1')],
      {},
      'unknown',
      '172.16.0.0/16',
      'leads to vgw-1, which leads out by VPN or Direct Connect, of which the inventory knows nothing',
    ],
    ['filtered', [route('172.16.0.0/16', 'pcx-1', 'filtered')], {}, 'unknown', '172.16.0.0/16', 'is in state filtered'],
    ['instance', [route('0.0.0.0/0', 'i-1')], {}, 'unknown', '0.0.0.0/0', 'leads to i-1, which is a middlebox'],
    ['interface', [route('0.0.0.0/0', 'eni-1')], {}, 'unknown', '0.0.0.0/0', 'may drop or rewrite what it gets'],
    [
      'what AWS may yet invent',
      [route('0.0.0.0/0', 'odb-1')],
      {},
      'unknown',
      '0.0.0.0/0',
      'a kind of target that is not judged',
    ],
    [
      'a list that holds it',
      [LOCAL, route('0.0.0.0/0', 'igw-1'), route('pl-1', 'tgw-1')],
      { prefixLists: list(known(['172.16.0.0/12'])) },
      'allow',
      'pl-1',
      'route pl-1 of rtb-1 leads to tgw-1',
    ],
    [
      'a list that holds it less specifically',
      [route('172.16.0.0/16', 'pcx-1'), route('pl-1', 'tgw-1')],
      { prefixLists: list(known(['172.16.0.0/12'])) },
      'allow',
      '172.16.0.0/16',
      'leads to pcx-1',
    ],
    [
      'a static route before a list that holds the same',
      [route('pl-1', 'tgw-1'), route('172.16.0.0/16', 'pcx-1')],
      { prefixLists: list(known(['172.16.0.0/16'])) },
      'allow',
      '172.16.0.0/16',
      'leads to pcx-1',
    ],
    [
      'a list before a propagated route to the same',
      [route('172.16.0.0/16', 'vgw-1'), route('pl-1', 'tgw-1')],
      { prefixLists: list(known(['172.16.0.0/16'])) },
      'allow',
      'pl-1',
      'leads to tgw-1',
    ],
    [
      'two lists that hold the same',
      [route('pl-1', 'tgw-1'), route('pl-2', 'nat-1')],
      { prefixLists: known(['pl-1', 'pl-2'].map((id) => ({ id, name: id, cidrs: known(['172.16.0.0/16']) }))) },
      'unknown',
      undefined,
      'of pl-1 (to tgw-1) and pl-2 (to nat-1) in rtb-1, which hold the same range, AWS takes one at random',
    ],
    [
      'two lists that hold the same, for the same',
      [route('pl-1', 'tgw-1'), route('pl-2', 'tgw-1')],
      { prefixLists: known(['pl-1', 'pl-2'].map((id) => ({ id, name: id, cidrs: known(['172.16.0.0/16']) }))) },
      'allow',
      'pl-1',
      'leads to tgw-1',
    ],
    [
      'a list that does not',
      [LOCAL, route('pl-1', 'vpce-1')],
      { prefixLists: list(known(['10.9.0.0/16'])) },
      'deny',
      undefined,
      'no route',
    ],
    [
      'a list whose entries could not be read',
      [LOCAL, route('pl-1', 'vpce-1')],
      { prefixLists: UNREAD },
      'unknown',
      undefined,
      'whether route pl-1 of rtb-1 (to vpce-1) takes 172.16.5.9 is not known: the entries of pl-1 (far) are not known: ' +
        'access was denied (missing permission: ec2:GetManagedPrefixListEntries)',
    ],
    [
      'a list that is not there',
      [route('pl-9', 'tgw-1')],
      { prefixLists: UNREAD },
      'unknown',
      undefined,
      'pl-9 is not in the inventory',
    ],
    [
      'a list that holds nonsense',
      [route('pl-1', 'tgw-1')],
      { prefixLists: list(known(['10.0.0.0/8', 'all'])) },
      'unknown',
      undefined,
      'pl-1 (far) holds all, which is no range of addresses',
    ],
    [
      'an unread list, and a blackhole less specific than its entries may be',
      [BLACKHOLE, route('pl-1', 'tgw-1')],
      {},
      'unknown',
      undefined,
      'takes 172.16.5.9',
    ],
    [
      'an unread list, and a blackhole of that very address',
      [route('172.16.5.9/32', 'pcx-1', 'blackhole'), route('pl-1', 'tgw-1')],
      {},
      'deny',
      '172.16.5.9/32',
      'blackhole',
    ],
    [
      'an unread list that leads the same way',
      [route('0.0.0.0/0', 'tgw-1'), route('pl-1', 'tgw-1')],
      {},
      'allow',
      '0.0.0.0/0',
      'leads to tgw-1',
    ],
  ] satisfies readonly Situation[])('%s', (_situation, routes, changes, decision, line, why) => {
    const hop = routeTo(FAR, { ...withRoutes(routes), ...changes });
    expect(hop).toMatchObject({ kind: 'route', resource: 'rtb-1', decision });
    expect(hop?.why).toContain(why);
    expect(hop?.line).toBe(line);
  });
});
