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
const FAR = '172.16.5.9';

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

  it('does not know an address that no subnet holds', () => {
    expect(routeTo('10.0.9.9', withRoutes([LOCAL]))).toMatchObject({
      decision: 'unknown',
      why: 'route 10.0.0.0/16 of rtb-1 keeps 10.0.9.9 within the VPC, where no subnet of the inventory holds it',
    });
  });

  it('never reaches another VPC that uses the same range', () => {
    const { subnets } = smallInventory();
    const twin = { id: 'subnet-twin', name: null, vpcId: 'vpc-2', zone: 'zone-a', cidr: '10.0.1.0/24', ipv6Cidrs: [] };
    const all = known([...(subnets.known ? subnets.value : []), { ...twin, availableAddresses: 1 }]);
    const there = { cidr: '10.0.1.5/32', subnetId: 'subnet-twin', interfaceId: 'eni-x', securityGroups: ['sg-app'] };
    expect(routeTo(there, { ...withRoutes([LOCAL]), subnets: all })).toMatchObject({
      decision: 'deny',
      why: 'route 10.0.0.0/16 of rtb-1 keeps 10.0.1.5 within the VPC vpc-1, but it is meant for vpc-2',
    });
  });
});

describe('out of the VPC', () => {
  it.each([
    ['no route', [LOCAL], 'deny', undefined, 'rtb-1 has no route to 172.16.5.9'],
    [
      'peering',
      [LOCAL, route('172.16.0.0/16', 'pcx-1')],
      'unknown',
      '172.16.0.0/16',
      'route 172.16.0.0/16 of rtb-1 leaves the VPC through pcx-1: what lies beyond is not judged',
    ],
    [
      'blackhole',
      [route('0.0.0.0/0', 'igw-1'), route('172.16.0.0/16', 'pcx-1', 'blackhole')],
      'deny',
      '172.16.0.0/16',
      'route 172.16.0.0/16 of rtb-1 is a blackhole (pcx-1)',
    ],
    [
      'a longer prefix than the blackhole',
      [route('172.16.0.0/16', 'pcx-1', 'blackhole'), route('172.16.5.0/24', 'tgw-1')],
      'unknown',
      '172.16.5.0/24',
      'route 172.16.5.0/24 of rtb-1 leaves the VPC through tgw-1: what lies beyond is not judged',
    ],
    [
      'static before propagated',
      [route('172.16.0.0/16', 'vgw-1'), route('172.16.0.0/16', 'pcx-1', 'blackhole')],
      'deny',
      '172.16.0.0/16',
      'route 172.16.0.0/16 of rtb-1 is a blackhole (pcx-1)',
    ],
    [
      'propagated alone',
      [LOCAL, route('172.16.0.0/16', 'vgw-1')],
      'unknown',
      '172.16.0.0/16',
      'route 172.16.0.0/16 of rtb-1 leaves the VPC through vgw-1: what lies beyond is not judged',
    ],
    [
      'filtered',
      [route('172.16.0.0/16', 'pcx-1', 'filtered')],
      'unknown',
      '172.16.0.0/16',
      'route 172.16.0.0/16 of rtb-1 leaves the VPC through pcx-1 (state filtered): what lies beyond is not judged',
    ],
    [
      'instance',
      [route('0.0.0.0/0', 'i-1')],
      'unknown',
      '0.0.0.0/0',
      'route 0.0.0.0/0 of rtb-1 leads through i-1: what lies beyond is not judged',
    ],
    [
      'a list, and no route',
      [LOCAL, route('pl-1', 'vpce-1')],
      'unknown',
      undefined,
      "whether route pl-1 of rtb-1 (to vpce-1) takes 172.16.5.9 is not known: the list's entries are not in the inventory",
    ],
    [
      'a list, and a blackhole less specific than its entries may be',
      [route('172.16.0.0/16', 'pcx-1', 'blackhole'), route('pl-1', 'tgw-1')],
      'unknown',
      undefined,
      "whether route pl-1 of rtb-1 (to tgw-1) takes 172.16.5.9 is not known: the list's entries are not in the inventory",
    ],
    [
      'a list, and a blackhole of that very address',
      [route('172.16.5.9/32', 'pcx-1', 'blackhole'), route('pl-1', 'tgw-1')],
      'deny',
      '172.16.5.9/32',
      'route 172.16.5.9/32 of rtb-1 is a blackhole (pcx-1)',
    ],
    [
      'a list, and a way out',
      [route('0.0.0.0/0', 'nat-1'), route('pl-1', 'tgw-1')],
      'unknown',
      '0.0.0.0/0',
      'route 0.0.0.0/0 of rtb-1 leaves the VPC through nat-1: what lies beyond is not judged',
    ],
  ] as const)('%s', (_situation, routes, decision, line, why) => {
    const hop = routeTo(FAR, withRoutes(routes));
    expect(hop).toMatchObject({ kind: 'route', resource: 'rtb-1', decision, why });
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
  ])('%s', (_situation, routes, decision) => {
    const inventory = withRoutes(routes);
    const { return: back } = judgePath(inventory, flowBetween(inventory, subnetWide, '10.0.1.5'));
    expect(back.find((hop) => hop.kind === 'route')).toMatchObject({ decision });
  });
});
