import { expect, it } from 'vitest';
import { unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory, LoadBalancer } from '../../../../lambda/model/inventory.ts';
import { clientRanges } from '../../../../lambda/reachability/clients/client-ranges.ts';
import { smallInventory } from '../small-inventory.ts';
import { balancer, office } from './balancer.ts';

const facing = { scheme: 'internet-facing' } as const;
const NO_VPCS = { vpcs: unknown('forbidden', 'access was denied') };
const DARK = { ...NO_VPCS, subnets: unknown('forbidden', 'access was denied') };

it.each<readonly [string, Partial<LoadBalancer>, Partial<Inventory>, readonly string[], readonly string[]]>([
  ['of an internal one', {}, {}, [], ['anybody: 10.0.0.0/16']],
  [
    'of an internal one of both families',
    { ipAddressType: 'dualstack' },
    {},
    [],
    ['anybody: 10.0.0.0/16', 'anybody (IPv6): 2001:db8::/56'],
  ],
  [
    'by the subnets, where the VPC was not read',
    { ipAddressType: 'dualstack' },
    NO_VPCS,
    [],
    ['anybody: 10.0.0.0/24,10.0.1.0/24', 'anybody (IPv6): 2001:db8::/64,2001:db8:0:1::/64'],
  ],
  ['nobody knows where, with neither', {}, DARK, [], ['anybody: ']],
  ['of one that faces the internet', facing, {}, [], ['the internet: 0.0.0.0/0']],
  [
    'without a public IPv4 address',
    { ...facing, ipAddressType: 'dualstack-without-public-ipv4' },
    {},
    [],
    ['the internet (IPv6): ::/0'],
  ],
  ['as declared', facing, {}, [office, '192.0.2.0/24'], [`${office}: ${office}`, '192.0.2.0/24: 192.0.2.0/24']],
  ['as declared, of the families that it speaks', {}, {}, [office, '2001:db8:1::/48'], [`${office}: ${office}`]],
])('clients %s', (_, loadBalancer, changes, clients, expected) => {
  const ranges = clientRanges(smallInventory(changes), { ...balancer, ...loadBalancer }, { ports: [], clients });
  expect(ranges.known && ranges.value.map(({ name, admit }) => `${name}: ${admit.join()}`)).toEqual(expected);
});

it('takes private addresses for clients from within, whatever the load balancer faces', () => {
  const declared = { ports: [], clients: [office, '192.0.2.0/24', '0.0.0.0/0'] };
  const ranges = clientRanges(smallInventory(), { ...balancer, ...facing }, declared);
  expect(ranges.known && ranges.value.map(({ overInternet }) => overInternet)).toEqual([false, true, true]);
});
