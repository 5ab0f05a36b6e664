import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { destinationOf } from '../../../lambda/reachability/destination-of.ts';
import { stationAt } from '../../../lambda/reachability/station-at.ts';
import { networkInterface, subnet } from './small-inventory.ts';
import { far, peering, wideInventory } from './wide-inventory.ts';

/** A host in vpc-2 with the same address as the application in vpc-1. */
const TWIN = { ...networkInterface('twin', 'subnet-twin', '10.0.1.5', ['sg-far']), vpcId: 'vpc-2' };

function withTwin(tables: Parameters<typeof wideInventory>[0]): Inventory {
  const { networkInterfaces, subnets } = wideInventory();
  const accepter = { ...peering().accepter, cidrs: ['172.16.0.0/16', '10.0.1.0/24'] };
  return wideInventory(tables, {
    peerings: known([peering({ accepter })]),
    networkInterfaces: known([...(networkInterfaces.known ? networkInterfaces.value : []), TWIN]),
    subnets: known([...(subnets.known ? subnets.value : []), far(subnet('subnet-twin', '10.0.1.0/24'))]),
  });
}

function found(inventory: Inventory, address: string, from = '10.0.0.7') {
  const source = stationAt(inventory, from, null);
  if (source === null) throw new Error(`${from} is no address`);
  return destinationOf(inventory, source, address);
}

describe('destinationOf', () => {
  it.each([
    ['its own VPC', {}, '10.0.1.5', 'eni-app'],
    ['the VPC that a more specific route leads to', { near: [['10.0.1.0/24', 'pcx-1']] }, '10.0.1.5', 'eni-twin'],
    ['a peered VPC', { near: [['172.16.0.0/16', 'pcx-1']] }, '172.16.1.5', 'eni-far'],
    ['a VPC beyond a transit gateway', { near: [['172.16.0.0/16', 'tgw-1']] }, '172.16.1.5', 'eni-far'],
    [
      'a VPC beyond a NAT gateway',
      { near: [['172.16.0.0/16', 'nat-1']], edge: [['172.16.0.0/16', 'pcx-1']] },
      '172.16.1.5',
      'eni-far',
    ],
    [
      'a NAT gateway that leads to itself: wherever it is unique',
      { near: [['172.16.0.0/16', 'nat-1']], edge: [['172.16.0.0/16', 'nat-1']] },
      '172.16.1.5',
      'eni-far',
    ],
    ['nowhere: wherever it is unique', {}, '172.16.1.5', 'eni-far'],
    ['the internet: who has the public address', { near: [['0.0.0.0/0', 'igw-1']] }, '198.51.100.5', 'eni-app'],
    ['the internet: nobody of ours', { near: [['0.0.0.0/0', 'igw-1']] }, '203.0.113.9', null],
  ] satisfies [string, Parameters<typeof wideInventory>[0], string, string | null][])(
    'looks in %s',
    (_where, tables, address, interfaceId) => {
      expect(found(withTwin(tables), address)).toMatchObject({ interfaceId });
    },
  );

  it('looks wherever an address is unique, from a place outside', () => {
    expect(found(withTwin({}), '172.16.1.5', '203.0.113.9')).toMatchObject({ interfaceId: 'eni-far' });
    expect(found(withTwin({}), '10.0.1.5', '203.0.113.9')).toMatchObject({ interfaceId: null });
  });

  it.each([
    ['no table is known of it', []],
    ['its table is', ['subnet-lb-a']],
  ])('makes do without the subnets, where %s', (_situation, subnetIds) => {
    const { routeTables } = wideInventory();
    const tables = routeTables.known ? routeTables.value.slice(0, 1).map((table) => ({ ...table, subnetIds })) : [];
    const inventory = { ...withTwin({}), subnets: unknown('failed', 'no answer'), routeTables: known(tables) };
    const source = { cidr: '10.0.0.7/32', subnetId: 'subnet-lb-a', interfaceId: 'eni-node', securityGroups: ['sg-lb'] };
    expect(destinationOf(inventory, source, '172.16.1.5')).toMatchObject({ interfaceId: 'eni-far' });
    expect(destinationOf(inventory, source, '10.0.1.77')).toMatchObject({ interfaceId: null, subnetId: null });
  });

  it.each(['shop.example.com', '10.0.0.1/24', ''])('knows no address in %j', (text) => {
    expect(found(withTwin({}), text)).toBeNull();
  });

  it('looks nowhere for a source that is no address', () => {
    const source = { cidr: '?', subnetId: null, interfaceId: null, securityGroups: null };
    expect(destinationOf(withTwin({}), source, '172.16.1.5')).toMatchObject({ interfaceId: 'eni-far' });
  });
});
