import { expect, it } from 'vitest';
import { endpointsOfWatch } from '../../../lambda/endpoints/endpoints-of-watch.ts';
import { watchPlaces } from '../../../lambda/endpoints/watch-places.ts';
import { type Fact, known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { WatchedPath } from '../../../lambda/model/watch.ts';
import { world } from '../diagnosis/small-world.ts';

const interfaces = world.networkInterfaces.known ? world.networkInterfaces.value : [];
const published = interfaces.map((one) => ({
  ...one,
  addresses: one.addresses.map((address) => ({ ...address, publicAddress: '203.0.113.9' })),
}));
const refused = unknown('forbidden', 'access was denied', 'ec2:DescribeNetworkInterfaces');

function watch(host: string, resolved: Fact<readonly string[]> | null = null): WatchedPath {
  const from = { vpcId: 'vpc-1', subnets: ['subnet-edge-a', 'subnet-edge-b'], securityGroups: ['sg-lb'] };
  return { name: 'orders-to-web', from, to: { host, port: 5432 }, resolved };
}

it.each<[string, WatchedPath, Partial<Inventory>, readonly [string, string | null][]]>([
  ['a literal address', watch('10.0.10.5'), {}, [['watch/orders-to-web/10.0.10.5:5432', '10.0.10.5']]],
  ['an instance', watch('i-web'), {}, [['watch/orders-to-web/i-web:5432', '10.0.10.5']]],
  ['a network interface', watch('eni-web'), {}, [['watch/orders-to-web/eni-web:5432', '10.0.10.5']]],
  [
    'a name with one address, which may change',
    watch('db.example', known(['10.0.10.5'])),
    {},
    [['watch/orders-to-web/db.example:5432', '10.0.10.5']],
  ],
  [
    'a name with several',
    watch('db.example', known(['10.0.10.5', '10.0.10.6'])),
    {},
    [
      ['watch/orders-to-web/10.0.10.5:5432', '10.0.10.5'],
      ['watch/orders-to-web/10.0.10.6:5432', '10.0.10.6'],
    ],
  ],
  [
    'a name that is public outside the VPC',
    watch('db.example', known(['203.0.113.9'])),
    { networkInterfaces: known(published) },
    [['watch/orders-to-web/db.example:5432', '10.0.10.5']],
  ],
])('dials %s', (_, asked, changes, expected) => {
  const made = endpointsOfWatch({ ...world, ...changes }, asked);
  expect(made.map(({ id, address }) => [id, address])).toEqual(expected);
  expect(made[0]).toMatchObject({ watch: 'orders-to-web', loadBalancer: null, targetGroup: null, purpose: 'traffic' });
  expect(made[0]?.vantagePoints).toEqual(['orders-to-web@eu-west-1a', 'orders-to-web@eu-west-1b']);
});

it.each<[string, WatchedPath, Partial<Inventory>, string]>([
  [
    'a name that nobody knows',
    watch('db.example', unknown('failed', 'db.example could not be looked up')),
    {},
    'looked up',
  ],
  ['a name without an address', watch('db.example', known([])), {}, 'its name leads to no address'],
  ['an instance that is not there', watch('i-gone'), {}, 'i-gone is not in the inventory'],
  ['an interface that is not there', watch('eni-gone'), {}, 'eni-gone is not in the inventory'],
  [
    'an instance without an address',
    watch('i-old'),
    {
      instances: known([
        { id: 'i-old', name: null, state: 'terminated', vpcId: null, subnetId: null, primaryAddress: null },
      ]),
    },
    'i-old (terminated) has no address',
  ],
  [
    'interfaces that could not be read',
    watch('i-web'),
    { networkInterfaces: refused },
    'ec2:DescribeNetworkInterfaces',
  ],
])('says why it cannot dial %s', (_, asked, changes, why) => {
  const [endpoint, ...more] = endpointsOfWatch({ ...world, ...changes }, asked);
  expect(more).toEqual([]);
  expect(endpoint?.address).toBeNull();
  expect(endpoint?.addressUnknown).toContain(why);
});

it.each([
  ['by its zone', ['subnet-edge-a', 'subnet-edge-b'], ['orders-to-web@eu-west-1a', 'orders-to-web@eu-west-1b']],
  [
    'by its subnet, where two are in one zone',
    ['subnet-edge-a', 'subnet-app'],
    ['orders-to-web@subnet-edge-a', 'orders-to-web@subnet-app'],
  ],
  ['by its subnet, where that was not read', ['subnet-other'], ['orders-to-web@subnet-other']],
])('names a place %s', (_, subnets, expected) => {
  const asked = watch('i-web');
  const places = watchPlaces(world, { ...asked, from: { ...asked.from, subnets } });
  expect(places.map(({ id }) => id)).toEqual(expected);
});
