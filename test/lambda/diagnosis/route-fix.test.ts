import { expect, it } from 'vitest';
import { type LostRoute, routeFix } from '../../../lambda/diagnosis/route-fix.ts';
import type { Hop } from '../../../lambda/model/flow.ts';
import { judged } from './judged.ts';
import { endpoint, world } from './small-world.ts';

const { paths } = judged({}).evidence.facts;
if (!paths.known) throw new Error('the small world has paths');
const subnets = world.subnets.known ? world.subnets.value : [];
const routeTables = world.routeTables.known ? world.routeTables.value : [];
const peering: Hop = { kind: 'peering', resource: 'pcx-1', decision: 'allow', why: '' };

/** The small world's paths with no or a dead route at `rtb-1`; `by`: what the other direction takes. */
function lost(packets: LostRoute['packets'], line: string | undefined, by: readonly Hop[] = []): LostRoute {
  const known = paths.known ? paths.value : [];
  const hop: Hop = { kind: 'route', resource: 'rtb-1', decision: 'deny', why: 'no route', ...(line ? { line } : {}) };
  const hops = known.map(({ vantagePoint, path: { flow } }) => ({ vantagePoint, flow, hop }));
  const half = packets === 'request' ? 'return' : 'forward';
  const [first] = hops;
  if (first === undefined) throw new Error('the small world has a path');
  return {
    blockage: {
      ...{ hop, hops, flow: first.flow, sentence: '', certainty: 'certain', zones: null, facts: [] },
      culprit: { resource: 'rtb-1' },
    },
    ...{ packets, subnets, routeTables, arn: endpoint.loadBalancer ?? '' },
    paths: known.map((one) => ({ ...one, path: { ...one.path, [half]: by } })),
  };
}

/** The same where a gateway refuses what the table leads to it. */
function refusedBy(resource: string): LostRoute {
  const route = lost('request', undefined, [peering]);
  const hop: Hop = { kind: 'transit-gateway', resource, decision: 'deny', why: 'it is gone' };
  return { ...route, blockage: { ...route.blockage, hop } };
}

it.each<readonly [string, LostRoute, readonly string[], readonly object[] | null]>([
  [
    'a missing route there goes by the peering that answers come by',
    lost('request', undefined, [peering]),
    ['create-route --route-table-id rtb-1 --destination-cidr-block 10.0.10.0/24 --vpc-peering-connection-id pcx-1'],
    [
      {
        ...{ kind: 'put-route', routeTableId: 'rtb-1' },
        route: { destination: '10.0.10.0/24', target: 'pcx-1', state: 'active' },
      },
    ],
  ],
  [
    'a missing route back goes by the peering that requests come by, to every place',
    lost('answer', undefined, [peering]),
    ['10.0.0.0/24', '10.0.1.0/24'].map(
      (cidr) =>
        `create-route --route-table-id rtb-1 --destination-cidr-block ${cidr} --vpc-peering-connection-id pcx-1`,
    ),
    ['10.0.0.0/24', '10.0.1.0/24'].map((destination) => ({
      ...{ kind: 'put-route', routeTableId: 'rtb-1' },
      route: { destination, target: 'pcx-1', state: 'active' },
    })),
  ],
  ...['10.0.0.0/16', '10.0.10.0/24', '10.0.10.0/28'].map(
    (line) =>
      [
        `a dead route to ${line}, of the peer, is replaced where the peering is known`,
        lost('request', line, [peering]),
        [`replace-route --route-table-id rtb-1 --destination-cidr-block ${line} --vpc-peering-connection-id pcx-1`],
        [
          {
            ...{ kind: 'put-route', routeTableId: 'rtb-1' },
            route: { destination: line, target: 'pcx-1', state: 'active' },
          },
        ],
      ] as const,
  ),
  ...['0.0.0.0/0', '10.0.0.0/8', 'pl-1'].map(
    (line) =>
      [
        `a dead route to ${line}, of others too, is left, and the peer has one of its own`,
        lost('request', line, [peering]),
        ['create-route --route-table-id rtb-1 --destination-cidr-block 10.0.10.0/24 --vpc-peering-connection-id pcx-1'],
        [
          {
            ...{ kind: 'put-route', routeTableId: 'rtb-1' },
            route: { destination: '10.0.10.0/24', target: 'pcx-1', state: 'active' },
          },
        ],
      ] as const,
  ),
  [
    'a dead peering is no way',
    lost('request', '10.0.0.0/8', [{ ...peering, decision: 'deny' }]),
    ['delete-route --route-table-id rtb-1 --destination-cidr-block 10.0.0.0/8'],
    [{ kind: 'delete-route', routeTableId: 'rtb-1', destination: '10.0.0.0/8' }],
  ],
  [
    'a dead route for IPv6 is deleted',
    lost('answer', 'fd00::/8'),
    ['delete-route --route-table-id rtb-1 --destination-ipv6-cidr-block fd00::/8'],
    [{ kind: 'delete-route', routeTableId: 'rtb-1', destination: 'fd00::/8' }],
  ],
  [
    'a dead route to a prefix list is deleted',
    lost('answer', 'pl-1'),
    ['delete-route --route-table-id rtb-1 --destination-prefix-list-id pl-1'],
    [{ kind: 'delete-route', routeTableId: 'rtb-1', destination: 'pl-1' }],
  ],
  [
    'a dead route is not deleted where no other takes over',
    { ...lost('request', '10.0.0.0/8'), routeTables: routeTables.map((one) => ({ ...one, routes: [] })) },
    ['describe-route-tables --route-table-ids rtb-1'],
    null,
  ],
  ...(['nat-1', 'igw-1', 'eigw-1', 'tgw-1'] as const).map(
    (target) =>
      [
        `a dead route is deleted only where what takes over leads there: ${target}`,
        {
          ...lost('request', '10.0.0.0/8'),
          routeTables: routeTables.map((one) => ({
            ...one,
            routes: [{ destination: '0.0.0.0/0', target, state: 'active' as const }],
          })),
        },
        target === 'tgw-1'
          ? ['delete-route --route-table-id rtb-1 --destination-cidr-block 10.0.0.0/8']
          : ['describe-route-tables --route-table-ids rtb-1'],
        target === 'tgw-1' ? [{ kind: 'delete-route', routeTableId: 'rtb-1', destination: '10.0.0.0/8' }] : null,
      ] as const,
  ),
  [
    'a missing route whose gateway nobody knows is for its owner to lay',
    lost('request', undefined),
    ['describe-route-tables --route-table-ids rtb-1'],
    null,
  ],
  ...(
    [
      ['pcx-1', 'describe-vpc-peering-connections --vpc-peering-connection-ids pcx-1'],
      ['tgw-1', 'describe-transit-gateway-attachments --filters Name=transit-gateway-id,Values=tgw-1'],
      [
        'tgw-rtb-1',
        'search-transit-gateway-routes --filters Name=type,Values=static,propagated --transit-gateway-route-table-id tgw-rtb-1',
      ],
      ['nat-1', 'describe-nat-gateways --nat-gateway-ids nat-1'],
      ['igw-1', 'describe-internet-gateways --internet-gateway-ids igw-1'],
      ['eigw-1', 'describe-egress-only-internet-gateways --egress-only-internet-gateway-ids eigw-1'],
      ['vpce-1', 'describe-vpc-endpoints --vpc-endpoint-ids vpce-1'],
    ] as const
  ).map(([id, command]) => [`what ${id} does not carry is for its owner`, refusedBy(id), [command], null] as const),
  ['what a strange gateway does not carry has no command', refusedBy('gw-1'), [], null],
])('%s', (_, route, commands, changes) => {
  const fix = routeFix(route);
  expect(fix.commands).toEqual(commands.map((words) => `aws ec2 ${words} --region eu-west-1`));
  expect(fix.changes).toEqual(changes);
  expect(fix.summary).toContain(route.blockage.hop.resource);
});
