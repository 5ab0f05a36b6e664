import { describe, expect, it } from 'vitest';
import { aclEntryInWords } from '../../../lambda/diagnosis/acl-entry-in-words.ts';
import { catalogue } from '../../../lambda/diagnosis/catalogue.ts';
import { denierInWords } from '../../../lambda/diagnosis/denier-in-words.ts';
import { endpointInWords } from '../../../lambda/diagnosis/endpoint-in-words.ts';
import type { FaultData, Needs } from '../../../lambda/diagnosis/fault.ts';
import { faultPage } from '../../../lambda/diagnosis/fault-page.ts';
import type { LabExample } from '../../../lambda/diagnosis/lab-example.ts';
import { listed } from '../../../lambda/diagnosis/listed.ts';
import { openNetworkAcl } from '../../../lambda/diagnosis/open-network-acl.ts';
import { regionOf } from '../../../lambda/diagnosis/region-of.ts';
import { subnetRanges } from '../../../lambda/diagnosis/subnet-ranges.ts';
import { verifyFix } from '../../../lambda/diagnosis/verify-fix.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { judged } from './judged.ts';
import { endpoint, seenEverywhere, world } from './small-world.ts';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as "%s"', (words, text) => {
  expect(listed(words)).toBe(text);
});

it.each([
  ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1', 'eu-west-1'],
  ['no ARN', ''],
])('%s is in "%s"', (arn, region) => {
  expect(regionOf(arn)).toBe(region);
});

it.each([
  ['i-web', '10.0.10.5', 'i-web (10.0.10.5:8080)'],
  ['10.0.10.5', '10.0.10.5', '10.0.10.5:8080'],
  ['fd00::5', 'fd00::5', '[fd00::5]:8080'],
  ['i-web', null, 'i-web:8080'],
])('%s at %s is "%s"', (id, address, words) => {
  expect(endpointInWords({ endpoint: { ...endpoint, target: { id, port: 8080, zone: null }, address } })).toBe(words);
});

it.each([
  ['traffic-port', /says healthy, which may lag behind\. /],
  ['9000', /says healthy, which may lag behind or speak of another port\. /],
])('a check of %s is no settled witness against a new refusal', (port, words) => {
  const groups = world.targetGroups.known ? world.targetGroups.value : [];
  const targetGroups = known(groups.map((one) => ({ ...one, healthCheck: { ...one.healthCheck, port } })));
  const { leading } = judged({ inventory: { ...world, targetGroups }, results: seenEverywhere('refused') }).diagnosis;
  expect(leading?.why).toMatch(words);
});

describe('an entry of a network ACL', () => {
  const entry = { ruleNumber: 90, action: 'deny', cidr: '10.0.0.0/8', fromPort: null, toPort: null } as const;
  it.each([
    [{ ...entry, egress: false, protocol: '6' }, false, 'ingress 90: deny tcp from 10.0.0.0/8'],
    [{ ...entry, egress: true, protocol: '47' }, true, 'egress 90: deny protocol 47 to 10.0.0.0/8'],
    [{ ...entry, egress: true, protocol: '6' }, false, 'ingress 90: deny all that no entry allows'],
  ])('%j is written out', (given, egress, words) => {
    expect(aclEntryInWords([given], '90', egress)).toBe(words);
  });
});

describe('a way through a network ACL', () => {
  const arn = endpoint.loadBalancer ?? '';
  const taken = {
    ruleNumber: 1,
    egress: false,
    protocol: '-1',
    action: 'allow',
    fromPort: null,
    toPort: null,
  } as const;
  const ports = { from: 8080, to: 8080 };
  it.each([
    [
      'in',
      { entries: [], denyingLine: '*', cidrs: ['10.0.0.0/24'] },
      'create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 10 --protocol 6 --port-range From=8080,To=8080 --cidr-block 10.0.0.0/24',
    ],
    [
      'in for IPv6',
      { entries: [], denyingLine: '*', cidrs: ['fd00::/64'] },
      'create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 10 --protocol 6 --port-range From=8080,To=8080 --ipv6-cidr-block fd00::/64',
    ],
    [
      'in the place of an entry of the other direction',
      { entries: [{ ...taken, egress: true, cidr: '10.9.0.0/24' }], denyingLine: '2', cidrs: ['10.0.0.0/24'] },
      'create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 1 --protocol 6 --port-range From=8080,To=8080 --cidr-block 10.0.0.0/24',
    ],
  ])('%s', (_, opening, words) => {
    const { cidrs, ...rest } = opening;
    const holes = cidrs.map((cidr) => ({ cidr, ports }));
    const { commands } = openNetworkAcl({ ...rest, arn, aclId: 'acl-1', egress: false, holes, neighbours: [] });
    expect(commands).toEqual([`aws ec2 ${words} --rule-action allow --region eu-west-1`]);
  });
});

it.each([
  ['1', ['10.0.0.0/24']],
  ['2', ['10.0.0.0/24', '10.0.1.0/24']],
])('no entry is made in front of rule %s of a network ACL for %j', (denyingLine, cidrs) => {
  const opening = { arn: endpoint.loadBalancer ?? '', aclId: 'acl-1', entries: [], denyingLine, egress: false };
  const holes = cidrs.map((cidr) => ({ cidr, ports: { from: 8080, to: 8080 } }));
  expect(openNetworkAcl({ ...opening, holes, neighbours: [] })).toEqual({
    commands: [
      "aws ec2 describe-network-acls --network-acl-ids acl-1 --query 'NetworkAcls[].Entries' --region eu-west-1",
    ],
    changes: null,
  });
});

describe('two ways through one line of a network ACL', () => {
  const arn = endpoint.loadBalancer ?? '';
  const numbersFor = (cidrs: readonly string[], denyingLine: string) => {
    const answers = (cidr: string) => ({ cidr, ports: { from: 1024, to: 65_535 } });
    const neighbours = ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24'].map(answers);
    const opening = { arn, aclId: 'acl-1', entries: [], egress: true, neighbours };
    const { changes } = openNetworkAcl({ ...opening, denyingLine, holes: cidrs.map(answers) });
    return changes?.map((change) => change.kind === 'add-network-acl-entry' && change.entry.ruleNumber);
  };

  it.each([
    ['never ask for the same number', '90', ['10.0.0.0/24'], [80]],
    ['never ask for the same number, the other', '90', ['10.0.1.0/24', '10.0.2.0/24'], [70, 60]],
    ['take turns where not every neighbour has room', '3', ['10.0.1.0/24', '10.0.2.0/24'], [1, 2]],
    ['take what is left where two of one fix meet', '3', ['10.0.0.0/24', '10.0.2.0/24'], [2, 1]],
    ['come after the neighbours where they are none of them', '90', ['10.9.0.0/24'], [50]],
  ])('%s', (_, line, cidrs, numbers) => {
    expect(numbersFor(cidrs, line)).toEqual(numbers);
  });
});

it.each([
  ['security-group-ingress', undefined, ['sg-1', 'sg-2'], 'the ingress rules of sg-1 or sg-2'],
  ['security-group-egress', undefined, undefined, 'the egress rules of sg-1'],
  ['network-acl-egress', '90', undefined, 'egress rule 90 of sg-1'],
  ['network-acl-ingress', '*', undefined, 'ingress rule * of sg-1'],
  ['route', undefined, undefined, 'the routes of sg-1'],
] as const)('%s, line %s, is named', (kind, line, resources, words) => {
  const hop = { kind, resource: 'sg-1', decision: 'deny', why: '' } as const;
  expect(denierInWords({ ...hop, ...(line ? { line } : {}), ...(resources ? { resources } : {}) })).toBe(words);
});

describe('the ranges of subnets', () => {
  const { paths } = judged({}).evidence.facts;
  if (!paths.known || paths.value[0] === undefined) throw new Error('the small world has a path');
  const { flow } = paths.value[0].path;
  const subnets = world.subnets.known ? world.subnets.value : [];
  const dual = subnets.map((subnet) => ({ ...subnet, ipv6Cidrs: ['fd00::/64'] }));
  const over6 = { ...flow, source: { ...flow.source, cidr: 'fd00::7/128' } };

  it.each([
    ['are the subnets’', flow, subnets, ['10.0.0.0/24']],
    ['are of the flow’s own family', over6, dual, ['fd00::/64']],
    ['are the flow’s own where the subnet has none of that family', over6, subnets, ['fd00::7/128']],
    ['are the flow’s own where the subnet is not known', flow, [], ['10.0.0.7/32']],
  ])('%s', (_, given, known, ranges) => {
    expect(subnetRanges([given.source, given.source], known)).toEqual(ranges);
  });
});

describe('a fix that cannot be judged', () => {
  const { evidence } = judged({});

  it.each([
    [
      'because the paths are not known',
      { ...evidence, facts: { ...evidence.facts, paths: unknown('failed', 'no address') } },
      null,
    ],
    ['because the finding shows in no zone of it', evidence, ['eu-west-1c']],
  ])('does not pass %s', (_, given, zones) => {
    expect(verifyFix(world, given)([], zones)).toEqual({ passes: false, remaining: [] });
  });

  it('passes where every path does', () => {
    const { paths } = evidence.facts;
    if (!paths.known) throw new Error('the small world has paths');
    expect(paths.value.map(({ path }) => judgePath(world, path.flow).verdict)).toEqual(['allow', 'allow']);
    expect(verifyFix(world, evidence)([], ['eu-west-1b'])).toEqual({ passes: true, remaining: [] });
  });
});

it('an endpoint whose address is missing without a reason is not judged either', () => {
  const { facts } = judged({ endpoint: { ...endpoint, address: null } }).evidence;
  expect([facts.probes, facts.paths]).toEqual([
    unknown('failed', 'its address is not known'),
    unknown('failed', 'where it or its load balancer stands could not be read'),
  ]);
});

describe('the page of a fault', () => {
  const [first] = catalogue;
  if (first === undefined) throw new Error('the catalogue is empty');
  const page = (needs: Needs, refines: FaultData['refines'] = [], example: LabExample | null = null) =>
    faultPage({ ...first, needs, refines }, example);

  it.each<readonly [string, string, string]>([
    [
      'one way to prove it',
      page([['probes', 'paths']]),
      "Rests on connections from the load balancer's places and the judged paths.\n",
    ],
    [
      'what makes it surer',
      page([['probes', 'paths'], ['probes']]),
      "Rests on connections from the load balancer's places. Surer with the judged paths.\n",
    ],
    [
      'two ways to prove it',
      page([['probes'], ['paths']]),
      "Rests on connections from the load balancer's places; or on the judged paths.\n",
    ],
    ['what it refines', page([['probes']], ['coarse']), 'Gives a more precise answer than: `coarse`.'],
    [
      'what was broken in the lab, and what was said',
      page([['probes']], [], { breaks: 'Someone trips.', said: 'It lies there.' }),
      "Someone trips. A check then says this, with the lab's ids where yours will stand:\n\n```text\nIt lies there.\n```",
    ],
  ])('says %s', (_, text, words) => {
    expect(text).toContain(words);
  });

  it('leaves out what there is not', () => {
    expect(page([['probes']])).not.toMatch(/An example|more precise|Surer/);
  });
});
