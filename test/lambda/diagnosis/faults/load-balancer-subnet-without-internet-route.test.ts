import { expect, it } from 'vitest';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory, Route, RouteTable } from '../../../../lambda/model/inventory.ts';
import { facingInternet, privateSubnet } from '../client-situations.ts';
import { world } from '../small-world.ts';
import { findingsOf, toldOf } from './turned-away.ts';

const CODE = 'load-balancer-subnet-without-internet-route';
const LOCAL: Route = { destination: '10.0.0.0/16', target: 'local', state: 'active' };
const OUT: Route = { destination: '0.0.0.0/0', target: 'igw-1', state: 'active' };
const BOTH = ['subnet-edge-a', 'subnet-edge-b'];
const table = (id: string, subnetIds: readonly string[], ...routes: readonly Route[]): RouteTable => ({
  ...{ id, vpcId: 'vpc-1', main: subnetIds.length === 0, subnetIds },
  routes: [LOCAL, ...routes],
});
const withTables = (...tables: readonly RouteTable[]): Inventory => ({ ...facingInternet, routeTables: known(tables) });
const REGION = '--region eu-west-1';
/** Routes of tables that do not lead everybody's answers out. */
const DECOYS: readonly Route[] = [
  { ...OUT, destination: '203.0.113.0/24' },
  { ...OUT, state: 'blackhole' },
  { ...OUT, target: 'nat-1' },
];

it.each<readonly [string, Inventory, object, readonly string[], boolean | null]>([
  [
    'a table of its own without a route',
    privateSubnet,
    { zones: ['eu-west-1b'], culprit: { resource: 'rtb-private', value: 'no route' } },
    [
      `aws ec2 create-route --route-table-id rtb-private --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1 ${REGION}`,
    ],
    true,
  ],
  [
    'a route that leads nowhere any more',
    withTables(table('rtb-edge', BOTH, { ...OUT, target: 'igw-0', state: 'blackhole' })),
    { zones: null, culprit: { resource: 'rtb-edge', line: '0.0.0.0/0' } },
    [`aws ec2 replace-route --route-table-id rtb-edge --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1 ${REGION}`],
    true,
  ],
  [
    'the main table, beside a public one',
    withTables(table('rtb-main', []), table('rtb-public', ['subnet-edge-a'], OUT)),
    { zones: ['eu-west-1b'], culprit: { resource: 'rtb-main' } },
    [`aws ec2 associate-route-table --route-table-id rtb-public --subnet-id subnet-edge-b ${REGION}`],
    true,
  ],
  ...DECOYS.map(
    (decoy) =>
      [
        `the main table, beside one with ${decoy.destination} to ${decoy.target}, ${decoy.state}`,
        withTables(table('rtb-main', []), table('rtb-decoy', ['subnet-app'], decoy)),
        { culprit: { resource: 'rtb-main' } },
        [`aws ec2 describe-route-tables --route-table-ids rtb-main --query 'RouteTables[].Associations' ${REGION}`],
        null,
      ] as const,
  ),
  [
    'the main table alone',
    withTables(table('rtb-main', [])),
    { culprit: { resource: 'rtb-main' } },
    [`aws ec2 describe-route-tables --route-table-ids rtb-main --query 'RouteTables[].Associations' ${REGION}`],
    null,
  ],
  [
    'a NAT gateway, by which others go',
    withTables(table('rtb-nat', BOTH, { ...OUT, target: 'nat-1' })),
    { culprit: { resource: 'rtb-nat', line: '0.0.0.0/0' } },
    [`aws ec2 describe-route-tables --route-table-ids rtb-nat --query 'RouteTables[].Associations' ${REGION}`],
    null,
  ],
  [
    'no gateway at all',
    { ...facingInternet, internetGateways: known([]) },
    { culprit: { resource: 'vpc-1' } },
    [`aws ec2 describe-internet-gateways --filters Name=attachment.vpc-id,Values=vpc-1 ${REGION}`],
    null,
  ],
  [
    'public access blocked',
    { ...facingInternet, blockPublicAccess: known({ mode: 'block-bidirectional', exclusions: [] }) },
    { culprit: { resource: 'subnet-edge-a' } },
    [
      `aws ec2 create-vpc-block-public-access-exclusion --subnet-id subnet-edge-a --internet-gateway-exclusion-mode allow-bidirectional ${REGION}`,
    ],
    null,
  ],
])('%s', (_, inventory, expected, commands, verified) => {
  const [finding] = findingsOf(CODE, inventory);
  expect(finding).toMatchObject({ certainty: 'certain', ...expected, fix: { commands, verified } });
});

it.each<readonly [string, Inventory]>([
  ['all routes lead out', facingInternet],
  ['the load balancer is internal', { ...world, internetGateways: known([]) }],
  [
    'public access is blocked but for the VPC',
    {
      ...facingInternet,
      blockPublicAccess: known({
        mode: 'block-ingress',
        exclusions: [{ resourceId: 'vpc-1', allows: 'bidirectional', state: 'create-complete' }],
      }),
    },
  ],
])('is absent where %s', (_, inventory) => {
  expect(toldOf(CODE, inventory)).toMatchObject({ leading: null, inconclusive: [] });
});

it.each<readonly [string, Partial<Inventory>]>([
  ['the gateways', { internetGateways: unknown('forbidden', 'access was denied') }],
  ['the route tables', { routeTables: unknown('forbidden', 'access was denied') }],
  ['the block of public access', { blockPublicAccess: unknown('forbidden', 'access was denied') }],
])('is inconclusive without %s', (_, changes) => {
  expect(toldOf(CODE, { ...facingInternet, ...changes })).toMatchObject({
    leading: null,
    inconclusive: [{ code: CODE, missing: [expect.stringContaining('access was denied')] }],
  });
});

it('asks nothing of an internal load balancer, whose clients do not come that way', () => {
  const unasked = { ...world, internetGateways: unknown('not-asked', 'no way needs them') };
  expect(toldOf(CODE, unasked)).toMatchObject({ leading: null, inconclusive: [] });
});
