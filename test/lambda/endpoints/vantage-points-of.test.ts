import { describe, expect, it } from 'vitest';
import { vantagePointsOf } from '../../../lambda/endpoints/vantage-points-of.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { LoadBalancer } from '../../../lambda/model/inventory.ts';
import { networkInterface, smallInventory } from '../reachability/small-inventory.ts';

const arn = (path: string) => `arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/${path}`;
const SHOP = {
  arn: arn('app/shop/0a1b'),
  name: 'shop',
  securityGroups: ['sg-lb'],
  zones: [
    { zone: 'zone-a', subnetId: 'subnet-lb-a' },
    { zone: 'zone-b', subnetId: 'subnet-lb-b' },
  ],
} as unknown as LoadBalancer;

const node = (description: string, subnetId: string, address: string, ipv6: string[] = []) => ({
  ...networkInterface(description, subnetId, address, ['sg-lb'], ipv6),
  description,
});

describe('vantagePointsOf', () => {
  it('makes one place of each zone, with the addresses of the nodes there', () => {
    const networkInterfaces = known([
      node('ELB app/shop/0a1b', 'subnet-lb-a', '10.0.0.7', ['2001:db8::7']),
      node('ELB app/shop/0a1b', 'subnet-lb-a', '10.0.0.8'),
      node('ELB app/shop/0a1b', 'subnet-elsewhere', '10.0.0.9'),
      node('ELB app/shop/0a1b2', 'subnet-lb-a', '10.0.0.10'),
      node('ELB net/shop/0a1b', 'subnet-lb-a', '10.0.0.11'),
      node('ELB shop', 'subnet-lb-a', '10.0.0.12'),
    ]);
    const place = { identity: 'load-balancer', loadBalancer: SHOP.arn, securityGroups: ['sg-lb'] };
    expect(vantagePointsOf(smallInventory({ networkInterfaces }), SHOP)).toEqual([
      {
        ...place,
        id: 'shop@zone-a',
        zone: 'zone-a',
        subnetId: 'subnet-lb-a',
        addresses: ['10.0.0.7', '2001:db8::7', '10.0.0.8'],
      },
      { ...place, id: 'shop@zone-b', zone: 'zone-b', subnetId: 'subnet-lb-b', addresses: [] },
    ]);
  });

  it('knows a Network Load Balancer by its path', () => {
    const networkInterfaces = known([
      node('ELB net/shop/0a1b', 'subnet-lb-a', '10.0.0.11'),
      node('ELB app/shop/0a1b', 'subnet-lb-a', '10.0.0.7'),
    ]);
    const [first] = vantagePointsOf(smallInventory({ networkInterfaces }), { ...SHOP, arn: arn('net/shop/0a1b') });
    expect(first?.addresses).toEqual(['10.0.0.11']);
  });

  it('has no addresses where interfaces could not be read', () => {
    const networkInterfaces = unknown('forbidden', 'access was denied');
    const places = vantagePointsOf(smallInventory({ networkInterfaces }), SHOP);
    expect(places.map((place) => place.addresses)).toEqual([[], []]);
  });
});
