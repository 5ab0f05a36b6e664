import { describe, expect, it } from 'vitest';
import type { Endpoint, VantagePoint } from '../../../lambda/model/endpoint.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory, LoadBalancer } from '../../../lambda/model/inventory.ts';
import { flowTo } from '../../../lambda/reachability/flow-to.ts';
import { networkInterface, smallInventory, subnet } from './small-inventory.ts';
import { wideInventory } from './wide-inventory.ts';

const NODE: VantagePoint = {
  id: 'shop@zone-a',
  identity: 'load-balancer',
  loadBalancer: 'arn:shop',
  subnetId: 'subnet-lb-a',
  zone: 'zone-a',
  securityGroups: ['sg-lb'],
  addresses: ['10.0.0.7', '10.0.0.8', '2001:db8::7'],
};
const LOCAL: VantagePoint = {
  ...NODE,
  identity: 'local',
  subnetId: null,
  securityGroups: [],
  addresses: ['192.0.2.1'],
};

const APP: Endpoint = {
  id: 'app',
  loadBalancer: 'arn:shop',
  targetGroup: 'arn:group',
  watch: null,
  target: { id: 'i-app', port: 8080, zone: null },
  address: '10.0.1.5',
  addressUnknown: null,
  port: 8080,
  protocol: 'tcp',
  purpose: 'traffic',
  vantagePoints: [NODE.id],
};

const unread = unknown('forbidden', 'access was denied');

describe('flowTo', () => {
  it('goes from the node to the interface that holds the address', () => {
    expect(flowTo(smallInventory(), NODE, APP)).toEqual({
      source: { cidr: '10.0.0.7/32', subnetId: 'subnet-lb-a', interfaceId: 'eni-node', securityGroups: ['sg-lb'] },
      destination: {
        cidr: '10.0.1.5/32',
        subnetId: 'subnet-app-a',
        interfaceId: 'eni-app',
        securityGroups: ['sg-app'],
      },
      protocol: 'tcp',
      port: 8080,
      sourcePorts: { from: 1024, to: 65535 },
    });
  });

  it.each([
    ['the node by IPv6', NODE, '2001:db8:0:1::5', '2001:db8::7/128', 'eni-node'],
    ['its IPv4 address, for a mapped one', NODE, '::ffff:10.0.1.5', '10.0.0.7/32', 'eni-node'],
    ['an address without an interface', { ...NODE, addresses: ['10.0.0.9'] }, '10.0.1.5', '10.0.0.9/32', null],
    ['its subnet, where no address is known', { ...NODE, addresses: [] }, '10.0.1.5', '10.0.0.0/24', null],
    ['its subnet by IPv6', { ...NODE, addresses: ['10.0.0.7'] }, '2001:db8:0:1::5', '2001:db8::/64', null],
    ['its subnet, where the address is none', { ...NODE, addresses: ['?'] }, '10.0.1.5', '10.0.0.0/24', null],
  ])('starts at %s', (_what, from, address, cidr, interfaceId) => {
    const flow = flowTo(smallInventory(), from, { ...APP, address });
    expect(flow?.source).toEqual({ cidr, subnetId: 'subnet-lb-a', interfaceId, securityGroups: ['sg-lb'] });
  });

  it('starts outside, wearing nothing, from a machine elsewhere', () => {
    const flow = flowTo(smallInventory(), LOCAL, APP);
    expect(flow?.source).toEqual({ cidr: '192.0.2.1/32', subnetId: null, interfaceId: null, securityGroups: null });
    expect(flow?.sourcePorts).toEqual({ from: 32768, to: 60999 });
  });

  it('finds what belongs to no load balancer from where it is dialled', () => {
    const watched = { ...APP, loadBalancer: null, targetGroup: null, watch: 'database' };
    expect(flowTo(smallInventory(), NODE, watched)?.destination.interfaceId).toBe('eni-app');
  });

  it('keeps the empty list of a load balancer without groups', () => {
    expect(flowTo(smallInventory(), { ...NODE, securityGroups: [] }, APP)?.source.securityGroups).toEqual([]);
  });

  it.each([
    ['the address is not known', NODE, { ...APP, address: null }, {}],
    ['the address is none', NODE, { ...APP, address: 'shop.example.com' }, {}],
    ['the machine does not know its own', { ...LOCAL, addresses: [] }, APP, {}],
    [
      'the subnet has no such family',
      NODE,
      { ...APP, address: '2001:db8:0:1::5' },
      { subnets: known([subnet('subnet-lb-a', '10.0.0.0/24')]) },
    ],
    ['neither node nor subnet could be read', NODE, APP, { subnets: unread }],
  ] as const)('is null where %s', (_situation, from, endpoint, changes) => {
    const place = { ...from, addresses: from.addresses.filter((one) => one.startsWith('192.')) };
    expect(flowTo(smallInventory(changes), place, endpoint)).toBeNull();
  });

  describe('where VPCs use the same range', () => {
    const twin = { ...networkInterface('twin', 'subnet-twin', '10.0.1.5', ['sg-twin']), vpcId: 'vpc-2' };
    const { networkInterfaces } = smallInventory();
    const all = known([...(networkInterfaces.known ? networkInterfaces.value : []), twin]);
    const shop = { arn: 'arn:shop', vpcId: 'vpc-2' } as LoadBalancer;

    it.each([
      ['the VPC of the load balancer', { loadBalancers: [shop] }, 'eni-twin'],
      ['the VPC of the vantage point', {}, 'eni-app'],
      ['none, where neither is known', { subnets: unread }, null],
    ] satisfies [string, Partial<Inventory>, string | null][])('looks in %s', (_where, changes, interfaceId) => {
      const inventory = smallInventory({ networkInterfaces: all, ...changes });
      expect(flowTo(inventory, NODE, APP)?.destination.interfaceId).toBe(interfaceId);
    });
  });

  it.each([
    ['peered', { near: [['172.16.0.0/16', 'pcx-1']] }],
    ['not joined, but unique', {}],
  ] satisfies [string, Parameters<typeof wideInventory>[0]][])('finds a target in another VPC: %s', (_how, tables) => {
    const shop = { arn: 'arn:shop', vpcId: 'vpc-1' } as LoadBalancer;
    const inventory = { ...wideInventory(tables), loadBalancers: [shop] };
    expect(flowTo(inventory, NODE, { ...APP, address: '172.16.1.5' })?.destination).toEqual({
      cidr: '172.16.1.5/32',
      subnetId: 'subnet-far-a',
      interfaceId: 'eni-far',
      securityGroups: ['sg-far'],
    });
  });
});
