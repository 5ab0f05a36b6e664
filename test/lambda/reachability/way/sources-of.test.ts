import { describe, expect, it } from 'vitest';
import { vantagePointsOf } from '../../../../lambda/endpoints/vantage-points-of.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory, NetworkInterface } from '../../../../lambda/model/inventory.ts';
import { sourcesOf } from '../../../../lambda/reachability/way/sources-of.ts';
import { networkInterface } from '../small-inventory.ts';
import { ALB, balanced, balancer, NLB } from './balanced.ts';

const second: NetworkInterface = {
  ...networkInterface('jump2', 'subnet-app-a', '10.0.1.9', ['sg-app']),
  attachment: { instanceId: 'i-jump', deviceIndex: 1 },
};
const twins = [1, 2].map((index) => ({
  ...networkInterface(`twin${index}`, 'subnet-app-a', `10.0.1.2${index}`, []),
  attachment: { instanceId: 'i-twin', deviceIndex: null },
}));
const abroad = { ...networkInterface('abroad', 'subnet-x', '10.0.1.5', []), vpcId: 'vpc-2' };
const mapped = networkInterface('mapped', 'subnet-app-a', '10.0.1.30', [], ['2001:db8:0:1::30']);
const open: NetworkInterface = {
  ...mapped,
  addresses: [
    { address: '10.0.1.31', primary: false, publicAddress: null },
    { address: '10.0.1.30', primary: true, publicAddress: '198.51.100.30' },
  ],
};
const instances = known([
  { id: 'i-jump', name: 'jump', state: 'running', vpcId: 'vpc-1', subnetId: null, primaryAddress: null },
  { id: 'i-gone', name: null, state: 'terminated', vpcId: null, subnetId: null, primaryAddress: null },
]);
const inventory = balanced({ interfaces: [second, ...twins, open], changes: { instances } });

function sources(text: string, held: Inventory = inventory) {
  const places = held.loadBalancers.flatMap((one) => vantagePointsOf(held, one));
  return sourcesOf(held, text, places);
}

describe('a place is found', () => {
  it.each([
    ['an instance, at its primary interface', 'i-jump', ['eni-jump'], ['10.0.9.9']],
    ['an interface', 'eni-jump2', ['eni-jump2'], ['10.0.1.9']],
    [
      'an interface, its primary address first',
      'eni-mapped',
      ['eni-mapped'],
      ['10.0.1.30', '10.0.1.31', '2001:db8:0:1::30'],
    ],
    ['an address that is held', '10.0.9.9', ['eni-jump'], ['10.0.9.9']],
    ['a secondary address', '10.0.1.31', ['eni-mapped'], ['10.0.1.31']],
    ['a public address, by the private one behind it', '198.51.100.30', ['eni-mapped'], ['10.0.1.30']],
    ['an IPv6 address, however it is spelt', '2001:0db8:0:1:0::30', ['eni-mapped'], ['2001:0db8:0:1:0::30']],
    ['a client elsewhere', '203.0.113.9', ['203.0.113.9'], ['203.0.113.9']],
    ['a load balancer, in each zone', 'inner', ['inner@zone-a', 'inner@zone-b'], ['10.0.0.7', '10.0.2.7']],
    ['a load balancer by its ARN', NLB, ['inner@zone-a', 'inner@zone-b'], ['10.0.0.7', '10.0.2.7']],
  ])('%s', (_, text, ids, addresses) => {
    const found = sources(text);
    if (!('sources' in found)) throw new Error(found.problem);
    expect(found.sources.map(({ place }) => place.id)).toEqual(ids);
    expect(found.sources.flatMap(({ place }) => place.addresses)).toEqual(addresses);
  });

  it('says which of several interfaces it took', () => {
    expect(sources('i-jump')).toMatchObject({
      sources: [
        { name: 'i-jump (jump) at 10.0.9.9', assumptions: [expect.stringContaining('eni-jump, not from eni-jump2')] },
      ],
    });
  });

  it('is a client outside every subnet without groups of ours', () => {
    expect(sources('203.0.113.9')).toMatchObject({ sources: [{ place: { subnetId: null, zone: null } }] });
  });
});

describe('a problem', () => {
  const lost = unknown('forbidden', 'access was denied', 'ec2:DescribeNetworkInterfaces');
  const blind = balanced({ changes: { networkInterfaces: lost } });
  const doubled = balanced({ interfaces: [abroad] });
  const namesakes = balanced({
    changes: { loadBalancers: [balancer(NLB, 'inner', 'network', []), balancer(ALB, 'inner', 'application', [])] },
  });
  const zoneless = balanced({ balancer: { zones: [] } });

  it.each<[string, string, Inventory, RegExp]>([
    ['an instance that is not there', 'i-jmup', inventory, /There is no instance "i-jmup"/],
    ['one without an interface', 'i-gone', inventory, /i-gone \(terminated\) has no network interface/],
    [
      'several interfaces, none primary',
      'i-twin',
      inventory,
      /several.*eni-twin1 \(10\.0\.1\.21\), eni-twin2 \(10\.0\.1\.22\)/,
    ],
    ['an interface that is not there', 'eni-x', inventory, /There is no network interface "eni-x"/],
    [
      'an instance, where interfaces are not known',
      'i-jump',
      blind,
      /i-jump cannot be looked up.*ec2:DescribeNetworkInterfaces/,
    ],
    ['an interface, where interfaces are not known', 'eni-jump', blind, /eni-jump cannot be looked up/],
    [
      'an address in a VPC that nobody holds',
      '10.0.1.99',
      inventory,
      /10\.0\.1\.99 lies in vpc-1 \(10\.0\.0\.0\/16\), but no network interface/,
    ],
    [
      'an address that several hold',
      '10.0.1.5',
      doubled,
      /several network interfaces.*eni-app \(vpc-1\), eni-abroad \(vpc-2\)/,
    ],
    ['no address', '10.0.1.300', inventory, /"10\.0\.1\.300" is no IPv4 or IPv6 address/],
    ['a range', '10.0.1.0/24', inventory, /is a range of addresses/],
    ['an address with a port', '10.0.9.9:4000', inventory, /--source-port/],
    ['an IPv6 address with a port', '[2001:db8::1]:4000', inventory, /--source-port/],
    ['a load balancer that is not there', 'iner', inventory, /There is no load balancer "iner"/],
    ['two of that name', 'inner', namesakes, /several load balancers "inner".*loadbalancer\/net.*loadbalancer\/app/],
    ['one without zones', 'inner', zoneless, /has no zone/],
    ['the name of an instance', 'jump', inventory, /name of an instance.*i-jump/],
    ['nothing', '', inventory, /There is no load balancer ""/],
  ])('%s', (_, text, held, problem) => {
    expect(sources(text, held)).toMatchObject({ problem: expect.stringMatching(problem) });
  });

  it.each([
    ['i-jmup', 'i-jump'],
    ['eni-jmup', 'eni-jump'],
    ['iner', 'inner'],
  ])('%s may mean %s', (text, known_) => {
    expect(sources(text)).toMatchObject({ known: expect.arrayContaining([known_]) });
  });
});

it('an address whose holder is not known is judged, not refused', () => {
  const blind = balanced({ changes: { networkInterfaces: unknown('forbidden', 'no') } });
  expect(sources('10.0.1.5', blind)).toHaveProperty('sources');
});
