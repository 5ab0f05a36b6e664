import { expect, it } from 'vitest';
import { known } from '../../../../lambda/model/fact.ts';
import type { Hop, PathJudgement } from '../../../../lambda/model/flow.ts';
import { clientSeen } from '../../../../lambda/reachability/way/client-seen.ts';
import { networkInterface } from '../small-inventory.ts';
import { balanced } from './balanced.ts';

const host = networkInterface('host', 'subnet-app-a', '10.0.1.30', []);
const addresses = [{ address: '10.0.1.30', primary: true, publicAddress: '198.51.100.30' }];
const nat = {
  id: 'nat-1',
  vpcId: 'vpc-1',
  subnetId: 'subnet-app-a',
  state: 'available',
  connectivity: 'public' as const,
  addresses: [{ privateAddress: '10.0.1.40', publicAddress: '198.51.100.40' }],
};
const inventory = balanced({ interfaces: [{ ...host, addresses }], changes: { natGateways: known([nat]) } });

function path(...kinds: Hop['kind'][]): PathJudgement {
  const source = { cidr: '10.0.1.30/32', subnetId: 'subnet-app-a', interfaceId: 'eni-host', securityGroups: [] };
  const flow = { source, destination: source, protocol: 'tcp', port: 80, sourcePorts: { from: 1, to: 2 } } as const;
  const forward = kinds.map((kind): Hop => ({ kind, resource: 'nat-1', decision: 'allow', why: '' }));
  return { flow, verdict: 'allow', forward, return: [], blockers: [] };
}

it.each<[string, Hop['kind'][], string]>([
  ['within the VPC', ['route'], '10.0.1.30/32'],
  ['over the internet', ['route', 'internet-gateway'], '198.51.100.30/32'],
  ['by a private NAT gateway', ['nat-gateway'], '10.0.1.40/32'],
  ['by a public one', ['nat-gateway', 'internet-gateway'], '198.51.100.40/32'],
])('a client %s is seen as such', (_, kinds, cidr) => {
  expect(clientSeen(inventory, path(...kinds)).cidr).toBe(cidr);
});

it.each([
  ['a NAT gateway that is not known', balanced(), path('nat-gateway')],
  ['a source that is not known', balanced(), path('internet-gateway')],
])('%s leaves the source', (_, held, judged) => {
  expect(clientSeen(held, judged)).toBe(judged.flow.source);
});
