import { expect, it } from 'vitest';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory, NetworkAclEntry } from '../../../../lambda/model/inventory.ts';
import { denying, withAclEntry } from '../broken-ways.ts';
import { declaredOffice, facingInternet } from '../client-situations.ts';
import { judged } from '../judged.ts';
import { judgedResource } from '../situation.ts';
import { seenEverywhere, world } from '../small-world.ts';
import { faultOf, findingsOf, toldOf } from './turned-away.ts';

const CODE = 'load-balancer-subnet-acl-blocks-clients';
const request = denying({ egress: false, fromPort: 80, toPort: 80 });
const answer = denying({ fromPort: 1024, toPort: 65_535 });
const edge = (entry: NetworkAclEntry, inventory: Inventory = world) => withAclEntry('acl-edge', entry, inventory);
const create = (way: string, number: number, ports: string, cidr: string) =>
  `aws ec2 create-network-acl-entry --network-acl-id acl-edge --${way} --rule-number ${number} --protocol 6 --port-range ${ports} --cidr-block ${cidr} --rule-action allow --region eu-west-1`;
const IN = 'From=80,To=80';
const OUT = 'From=1024,To=65535';

it.each<readonly [string, Inventory, Parameters<typeof findingsOf>[2], string, string]>([
  ['requests of declared clients', edge(request), declaredOffice, 'certain', create('ingress', 10, IN, '10.0.50.0/24')],
  ['answers to declared clients', edge(answer), declaredOffice, 'certain', create('egress', 20, OUT, '10.0.50.0/24')],
  [
    'answers to some ports',
    edge({ ...answer, toPort: 32_767 }),
    declaredOffice,
    'likely',
    create('egress', 20, OUT, '10.0.50.0/24'),
  ],
  [
    'answers to less than a third of the ports',
    edge({ ...answer, toPort: 12_000 }),
    declaredOffice,
    'possible',
    create('egress', 20, OUT, '10.0.50.0/24'),
  ],
  [
    'requests of whoever is not in the same subnet',
    edge(request),
    {},
    'likely',
    create('ingress', 10, IN, '10.0.0.0/16'),
  ],
  ['requests of the internet', edge(request, facingInternet), {}, 'certain', create('ingress', 10, IN, '0.0.0.0/0')],
])('denies %s', (_, inventory, declarations, certainty, command) => {
  expect(findingsOf(CODE, inventory, declarations)).toMatchObject([
    {
      certainty,
      zones: null,
      culprit: { resource: 'acl-edge', line: '90' },
      fix: { commands: [command], verified: true },
    },
  ]);
});

it.each<readonly [string, readonly NetworkAclEntry[], string]>([
  ['an empty list', [], 'certain'],
  ['a list for others', [{ ...request, action: 'allow', cidr: '10.0.0.0/8' }], 'likely'],
  [
    'a list for other ports',
    [{ ...request, action: 'allow', cidr: '10.0.0.0/8', fromPort: 22, toPort: 22 }],
    'certain',
  ],
  [
    'everybody in parts',
    [
      { ...request, cidr: '0.0.0.0/1' },
      { ...request, ruleNumber: 91, cidr: '128.0.0.0/1' },
    ],
    'likely',
  ],
  [
    'private addresses before it denies all',
    [{ ...request, ruleNumber: 80, action: 'allow', cidr: '10.0.0.0/8' }, request],
    'likely',
  ],
])('is as sure of the internet as the entries are plain: %s', (_, entries, certainty) => {
  const out: NetworkAclEntry = { ...request, egress: true, action: 'allow', fromPort: null, toPort: null };
  const acls = facingInternet.networkAcls.known ? facingInternet.networkAcls.value : [];
  const networkAcls = known(acls.map((acl) => (acl.isDefault ? { ...acl, entries: [...entries, out] } : acl)));
  expect(findingsOf(CODE, { ...facingInternet, networkAcls })).toMatchObject([{ certainty }]);
});

it('tells the way in from the way out', () => {
  const findings = findingsOf(CODE, edge(answer, edge(request)), declaredOffice);
  expect(findings.map(({ culprit }) => culprit.value)).toEqual([
    'ingress 90: deny all traffic 80 from 0.0.0.0/0'.replace('all traffic', 'tcp'),
    'egress 90: deny tcp 1024-65535 to 0.0.0.0/0',
  ]);
  expect(findings.map(({ fix }) => fix.verified)).toEqual([false, false]);
});

it('names the zone whose subnet it is', () => {
  const acls = world.networkAcls.known ? world.networkAcls.value : [];
  const own = { id: 'acl-b', vpcId: 'vpc-1', isDefault: false, subnetIds: ['subnet-edge-b'], entries: [request] };
  const out = { ...request, egress: true, action: 'allow', fromPort: null, toPort: null } as const;
  const networkAcls = known([...acls, { ...own, entries: [request, out] }]);
  expect(findingsOf(CODE, { ...world, networkAcls }, declaredOffice)).toMatchObject([{ zones: ['eu-west-1b'] }]);
});

it('leaves the ranges to the owner where they could not be read', () => {
  const inventory = { ...edge(request), vpcs: unknown('forbidden', 'no'), subnets: known([]) };
  const networkAcls = world.networkAcls.known
    ? known(
        world.networkAcls.value
          .map((acl) => ({ ...acl, entries: [request], subnetIds: ['subnet-edge-a', 'subnet-edge-b'] }))
          .slice(0, 1),
      )
    : world.networkAcls;
  const [finding] = findingsOf(CODE, { ...inventory, networkAcls });
  expect(finding).toMatchObject({
    fix: { commands: [expect.stringContaining('describe-network-acls')], verified: null },
  });
});

it('is inconclusive without the network ACLs', () => {
  expect(toldOf(CODE, { ...world, networkAcls: unknown('forbidden', 'access was denied') })).toMatchObject({
    leading: null,
    inconclusive: [{ code: CODE, missing: [expect.stringContaining('access was denied')] }],
  });
});

it('asks for another number than whatever else is to pass the same line', () => {
  const [shop] = world.loadBalancers;
  if (shop === undefined) throw new Error('the small world has a load balancer');
  const desk = { ...shop, arn: shop.arn.replace('shop', 'desk'), name: 'desk' };
  const listeners = { ...world.listeners, [desk.arn]: world.listeners[shop.arn] ?? known([]) };
  const inventory = edge(denying({ egress: false }), { ...world, loadBalancers: [shop, desk], listeners });
  const declarations = { ...declaredOffice, desk: { ports: [], clients: ['10.0.60.0/24'] } };
  const clients = ['shop', 'desk'].flatMap((name) => {
    const situation = { subject: 'load-balancer', name, inventory, declarations } as const;
    return judgedResource(situation, [faultOf(CODE)]).diagnosis.leading ?? [];
  });
  // What targets answer comes in by the same entries.
  const answers = judged({ inventory, declarations, results: seenEverywhere('timed-out') }).diagnosis.leading;
  const commands = [...clients, ...(answers === null ? [] : [answers])].flatMap(({ fix }) => fix.commands);
  expect(commands.map((command) => command.match(/--cidr-block (\S+)/)?.[1])).toEqual([
    '10.0.50.0/24',
    '10.0.60.0/24',
    '10.0.10.0/24',
  ]);
  expect(new Set(commands.map((command) => command.match(/--rule-number (\d+)/)?.[1])).size).toBe(3);
});
