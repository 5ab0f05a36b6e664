import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { stationAt } from '../../../lambda/reachability/station-at.ts';
import { networkInterface, smallInventory, subnet } from './small-inventory.ts';
import { inPublic } from './wide-inventory.ts';

const outside = { subnetId: null, interfaceId: null, securityGroups: null };
const app = { subnetId: 'subnet-app-a', interfaceId: 'eni-app', securityGroups: ['sg-app'] };
const inSubnet = { ...outside, subnetId: 'subnet-app-a' };
const unread = unknown('forbidden', 'access was denied');

describe('stationAt', () => {
  it.each([
    ['an interface', '10.0.1.5', { cidr: '10.0.1.5/32', ...app }],
    ['an interface by IPv6', '2001:db8:0:1::5', { cidr: '2001:db8:0:1::5/128', ...app }],
    ['another spelling of it', '2001:DB8:0:1:0::5', { cidr: '2001:DB8:0:1:0::5/128', ...app }],
    ['the mapped spelling of an IPv4 address', '::ffff:10.0.1.5', { cidr: '::ffff:10.0.1.5/128', ...app }],
    ['a subnet', '10.0.1.99', { cidr: '10.0.1.99/32', ...inSubnet }],
    ['a subnet by IPv6', '2001:db8:0:1::99', { cidr: '2001:db8:0:1::99/128', ...inSubnet }],
    ['neither', '10.0.9.9', { cidr: '10.0.9.9/32', ...outside }],
    ['no address', 'shop.example.com', null],
  ])('finds %s', (_what, address, station) => {
    expect(stationAt(smallInventory(), address, 'vpc-1')).toEqual(station);
  });

  it.each([
    ['interfaces', { networkInterfaces: unread }, inSubnet],
    ['interfaces and subnets', { networkInterfaces: unread, subnets: unread }, outside],
    ['subnets', { subnets: unread }, app],
  ])('makes do without %s', (_what, changes, station) => {
    expect(stationAt(smallInventory(changes), '10.0.1.5', 'vpc-1')).toEqual({ cidr: '10.0.1.5/32', ...station });
  });

  const twins: Partial<Inventory> = {
    networkInterfaces: known([
      networkInterface('one', 'subnet-1', '10.0.1.5', ['sg-1']),
      { ...networkInterface('two', 'subnet-2', '10.0.1.5', ['sg-2']), vpcId: 'vpc-2' },
    ]),
    subnets: known([subnet('subnet-1', '10.0.1.0/24'), { ...subnet('subnet-2', '10.0.1.0/24'), vpcId: 'vpc-2' }]),
  };

  it.each([
    ['vpc-1', '10.0.1.5', 'eni-one', 'subnet-1'],
    ['vpc-2', '10.0.1.5', 'eni-two', 'subnet-2'],
    ['vpc-2', '10.0.1.6', null, 'subnet-2'],
    ['vpc-3', '10.0.1.5', null, null],
    [null, '10.0.1.5', null, null],
    [null, '10.0.1.6', null, null],
  ])('looks in %s where VPCs use the same range', (vpcId, address, interfaceId, subnetId) => {
    expect(stationAt(smallInventory(twins), address, vpcId)).toMatchObject({ interfaceId, subnetId });
  });

  it('takes what is unique without a VPC', () => {
    expect(stationAt(smallInventory(), '10.0.1.5', null)).toMatchObject(app);
    expect(stationAt(smallInventory(), '10.0.1.99', null)).toMatchObject(inSubnet);
  });

  it('finds what is known by its public address, in whatever VPC', () => {
    const { networkInterfaces } = smallInventory();
    const all = networkInterfaces.known
      ? networkInterfaces.value.map((one) => inPublic(one, `198.51.100.${one.id.length}`))
      : [];
    const inventory = smallInventory({ networkInterfaces: known(all) });
    expect(stationAt(inventory, '198.51.100.7', 'vpc-9')).toEqual({ cidr: '198.51.100.7/32', ...app });
    expect(stationAt(smallInventory({ networkInterfaces: unread }), '198.51.100.7', null)).toMatchObject(outside);
  });

  it.each([
    ['10.0.1.83', 'eni-app'],
    ['2001:db8:0:1:1::9', 'eni-app'],
    ['10.0.1.96', null],
  ])('finds who was delegated a range that holds %s', (address, interfaceId) => {
    const prefixes = ['10.0.1.80/28', '2001:db8:0:1:1::/80', 'nonsense'];
    const pods = { ...networkInterface('app', 'subnet-app-a', '10.0.1.5', ['sg-app']), prefixes };
    expect(stationAt(smallInventory({ networkInterfaces: known([pods]) }), address, 'vpc-1')).toMatchObject({
      interfaceId,
    });
  });
});
