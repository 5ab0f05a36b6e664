import { expect, it } from 'vitest';
import { aclPlaces } from '../../../lambda/diagnosis/acl-places.ts';
import { aclTraffic } from '../../../lambda/diagnosis/acl-traffic.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory, TargetHealth } from '../../../lambda/model/inventory.ts';
import { declaredOffice, facingInternet } from './client-situations.ts';
import { endpoint, world } from './small-world.ts';

const GROUP = endpoint.targetGroup ?? '';
const SUBNETS = ['10.0.0.0/24', '10.0.1.0/24', '10.0.10.0/24'];
const line: TargetHealth = {
  target: { id: '192.168.1.5', port: 9000, zone: 'all' },
  ...{ healthCheckPort: '9000', state: 'healthy', reason: null, description: null },
};
const outside: Inventory = { ...world, targetHealth: { [GROUP]: known([line, line]) } };
const forbidden = unknown('forbidden', 'access was denied');
const unread: Inventory = {
  ...{ ...world, subnets: forbidden, targetHealth: { [GROUP]: forbidden }, vpcs: forbidden },
  listeners: Object.fromEntries(world.loadBalancers.map(({ arn }) => [arn, forbidden])),
};

it.each<readonly [string, Inventory, Parameters<typeof aclTraffic>[1], ReturnType<typeof aclTraffic>]>([
  ['a load balancer', world, {}, traffic(SUBNETS, [8080], ['10.0.0.0/16'], [80])],
  ['one that faces the internet', facingInternet, {}, traffic(SUBNETS, [8080], ['0.0.0.0/0'], [80])],
  ['declared clients and ports', world, declaredOffice, traffic(SUBNETS, [8080], ['10.0.50.0/24'], [80])],
  [
    'another declared port',
    world,
    { shop: { ports: [443], clients: [] } },
    traffic(SUBNETS, [8080], ['10.0.0.0/16'], [80, 443]),
  ],
  [
    'a target outside every subnet',
    outside,
    {},
    traffic([...SUBNETS, '192.168.1.5/32'], [9000], ['10.0.0.0/16'], [80]),
  ],
  ['what could not be read', unread, {}, traffic([], [], [], [])],
  ['what is declared is no range', world, { shop: { ports: [], clients: ['x'] } }, traffic(SUBNETS, [8080], [], [80])],
])('tells what network ACLs may have to let through: %s', (_, inventory, declarations, expected) => {
  expect(aclTraffic(inventory, declarations)).toEqual(expected);
});

it('gives a place to answers and requests of all, the load balancers’ first', () => {
  const places = aclPlaces(traffic(['10.0.0.0/24'], [8080], ['10.0.50.0/24'], [80]));
  expect(places.map(({ cidr, ports }) => `${cidr} ${ports.from}-${ports.to}`)).toEqual([
    '10.0.0.0/24 1024-65535',
    '10.0.0.0/24 8080-8080',
    '10.0.50.0/24 1024-65535',
    '10.0.50.0/24 80-80',
    '10.0.50.0/24 8080-8080',
  ]);
});

it('lists the places of one traffic once, however many fixes ask', () => {
  const asked = traffic(['10.0.0.0/24'], [8080], [], []);
  expect(aclPlaces(asked)).toBe(aclPlaces(asked));
});

function traffic(
  ranges: readonly string[],
  dialledPorts: readonly number[],
  clients: readonly string[],
  servedPorts: readonly number[],
) {
  return { ranges, dialledPorts, clients, servedPorts };
}
