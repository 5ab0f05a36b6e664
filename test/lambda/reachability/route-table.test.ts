import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Hop, Station } from '../../../lambda/model/flow.ts';
import type { Inventory, Route } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { smallInventory } from './small-inventory.ts';

const route = (destination: string, target: string, state: Route['state'] = 'active'): Route => ({
  destination,
  target,
  state,
});
const LOCAL = route('10.0.0.0/16', 'local');

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

describe('within the VPC', () => {
  it.each([
    ['local', [LOCAL], 'allow', '10.0.0.0/16'],
    ['local beside a way out', [route('0.0.0.0/0', 'igw-1'), LOCAL], 'allow', '10.0.0.0/16'],
    ['through a middlebox', [LOCAL, route('10.0.1.0/24', 'eni-9')], 'unknown', '10.0.1.0/24'],
    ['to a next hop of VPC Route Server', [LOCAL, route('10.0.1.0/24', '10.0.0.9')], 'unknown', '10.0.1.0/24'],
    ['a more specific blackhole', [LOCAL, route('10.0.1.0/24', 'eni-9', 'blackhole')], 'deny', '10.0.1.0/24'],
    ['a more specific propagated route gives way', [LOCAL, route('10.0.1.0/24', 'vgw-1')], 'allow', '10.0.0.0/16'],
    ['a list of an endpoint does not matter', [LOCAL, route('pl-s3', 'vpce-1')], 'allow', '10.0.0.0/16'],
    ['a list to a middlebox may matter', [LOCAL, route('pl-own', 'eni-9')], 'unknown', undefined],
    ['the other family does not matter', [route('::/0', 'local')], 'deny', undefined],
  ] as const)('%s', (_situation, routes, decision, line) => {
    const hop = routeTo('10.0.1.5', withRoutes(routes));
    expect(hop).toMatchObject({ resource: 'rtb-1', decision });
    expect(hop?.line).toBe(line);
  });
});

describe('which table', () => {
  const closed = table('rtb-closed', []);
  const open = table('rtb-open', [LOCAL], ['subnet-lb-a'], false);
  const refused = unknown('throttled', 'ec2:DescribeRouteTables was throttled');

  it.each([
    ['the associated one', known([closed, open]), 'rtb-open', 'allow'],
    ['the main one', known([closed, { ...open, subnetIds: ['subnet-app-a'] }]), 'rtb-closed', 'deny'],
    [
      'never the main one of another VPC',
      known([table('rtb-2', [LOCAL], [], true, 'vpc-2')]),
      'subnet-lb-a',
      'unknown',
    ],
    ['none could be read', refused, 'subnet-lb-a', 'unknown'],
  ])('%s', (_situation, routeTables, resource, decision) => {
    expect(routeTo('10.0.1.5', smallInventory({ routeTables }))).toMatchObject({ resource, decision });
  });
});

describe('back to a node whose address is not known', () => {
  const subnetWide: Station = {
    cidr: '10.0.0.0/24',
    subnetId: 'subnet-lb-a',
    interfaceId: null,
    securityGroups: ['sg-lb'],
  };

  it.each([
    ['by one route', [LOCAL], 'allow'],
    ['a blackhole in part', [LOCAL, route('10.0.0.0/25', 'eni-9', 'blackhole')], 'unknown'],
    ['a blackhole as a whole', [LOCAL, route('10.0.0.0/24', 'eni-9', 'blackhole')], 'deny'],
    ['by two ways in halves', [LOCAL, route('10.0.0.0/25', 'nat-1')], 'unknown'],
  ])('%s', (_situation, routes, decision) => {
    const inventory = withRoutes(routes);
    const { return: back } = judgePath(inventory, flowBetween(inventory, subnetWide, '10.0.1.5'));
    expect(back.find((hop) => hop.kind === 'route')).toMatchObject({ decision });
  });
});
