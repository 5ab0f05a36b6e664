import { expect, it } from 'vitest';
import { idsToAskFor, type Need } from '../../../lambda/inventory/ids-to-ask-for.ts';
import { leadingTo } from '../../../lambda/inventory/leading-to.ts';
import { waysOf } from '../../../lambda/inventory/ways-of.ts';
import { parseCidr } from '../../../lambda/model/address.ts';
import { type Fact, known, unknown } from '../../../lambda/model/fact.ts';
import type { Route, RouteTable } from '../../../lambda/model/inventory.ts';

const LOCAL = route('10.0.0.0/16', 'local');

function route(destination: string, target: string, state: Route['state'] = 'active'): Route {
  return { destination, target, state };
}

function table(...routes: readonly Route[]): RouteTable {
  return { id: 'rtb-1', vpcId: 'vpc-1', main: true, subnetIds: [], routes };
}

function ranges(...texts: readonly string[]) {
  return texts.map((text) => parseCidr(text) ?? expect.unreachable());
}

it.each<{ situation: string; routes: Route[]; to: string; targets: string[]; lists?: string[] }>([
  { situation: 'within the VPC', routes: [LOCAL, route('0.0.0.0/0', 'nat-1')], to: '10.0.1.5', targets: ['local'] },
  {
    situation: 'the longest prefix, whatever the order',
    routes: [route('0.0.0.0/0', 'nat-1'), route('10.9.8.0/24', 'tgw-1'), LOCAL, route('10.9.0.0/16', 'pcx-1')],
    to: '10.9.8.7',
    targets: ['tgw-1'],
  },
  {
    situation: 'more specific than local',
    routes: [LOCAL, route('10.0.1.0/24', 'vpce-1')],
    to: '10.0.1.5',
    targets: ['vpce-1'],
  },
  { situation: 'nowhere', routes: [LOCAL], to: '192.0.2.1', targets: [] },
  {
    situation: 'into a blackhole',
    routes: [LOCAL, route('0.0.0.0/0', 'pcx-1', 'blackhole')],
    to: '192.0.2.1',
    targets: [],
  },
  {
    situation: 'the other family',
    routes: [route('::/0', 'eigw-1'), route('0.0.0.0/0', 'igw-1')],
    to: '2001:db8::1',
    targets: ['eigw-1'],
  },
  {
    situation: 'a whole subnet',
    routes: [LOCAL, route('10.9.0.0/16', 'pcx-1')],
    to: '10.9.8.0/24',
    targets: ['pcx-1'],
  },
  {
    situation: "an endpoint's list does not win over local",
    routes: [LOCAL, route('pl-1', 'vpce-1')],
    to: '10.0.1.5',
    targets: ['local'],
  },
  {
    situation: "an interface's list may win over local",
    routes: [LOCAL, route('pl-1', 'eni-1')],
    to: '10.0.1.5',
    targets: ['local', 'eni-1'],
    lists: ['pl-1'],
  },
  {
    situation: 'a list may win over a range, and its endpoint alone decides nothing',
    routes: [route('0.0.0.0/0', 'nat-1'), route('pl-1', 'vpce-1'), route('pl-2', 'tgw-1')],
    to: '192.0.2.1',
    targets: ['nat-1', 'tgw-1'],
    lists: ['pl-1', 'pl-2'],
  },
])('leads $situation', ({ routes, to, targets, lists = [] }) => {
  const ways = waysOf(known([table(...routes)]), ranges(to));
  expect(ways).toMatchObject({
    known: true,
    value: {
      targets: { needed: targets, named: routes.map((one) => one.target) },
      prefixLists: { needed: lists },
    },
  });
});

it('counts every route where everything is wanted, and each table on its own otherwise', () => {
  const tables = known([
    table(LOCAL, route('10.9.0.0/16', 'pcx-1', 'blackhole'), route('pl-1', 'vpce-1')),
    table(LOCAL, route('10.9.0.0/16', 'tgw-1')),
  ]);
  expect(leadingTo(waysOf(tables, 'all'), 'pcx-', 'tgw-', 'vpce-')).toEqual(
    known({ needed: ['pcx-1', 'vpce-1', 'tgw-1'], named: ['pcx-1', 'vpce-1', 'tgw-1'] }),
  );
  expect(leadingTo(waysOf(tables, ranges('10.9.0.1')), 'pcx-', 'tgw-')).toEqual(
    known({ needed: ['tgw-1'], named: ['pcx-1', 'tgw-1'] }),
  );
});

it('knows nothing where route tables are not known', () => {
  const refused = unknown('forbidden', 'the caller may not', 'ec2:DescribeRouteTables');
  expect(waysOf(refused, 'all')).toEqual(refused);
});

it.each<{ situation: string; need: Fact<Need>; ids: unknown }>([
  {
    situation: 'one is needed: all that are named',
    need: known({ needed: ['a'], named: ['a', 'b'] }),
    ids: known(['a', 'b']),
  },
  { situation: 'none is named', need: known({ needed: [], named: [] }), ids: known([]) },
  {
    situation: 'some are named, none is needed',
    need: known({ needed: [], named: ['a'] }),
    ids: { known: false, kind: 'not-asked', reason: 'no way between a load balancer and its targets needs the things' },
  },
  {
    situation: 'nobody knows',
    need: unknown('forbidden', 'the caller may not', 'ec2:Something'),
    ids: { known: false, kind: 'not-asked', reason: 'which things are needed is not known: the caller may not' },
  },
])('what to ask for where $situation', ({ need, ids }) => {
  expect(idsToAskFor('things', need)).toEqual(ids);
});
