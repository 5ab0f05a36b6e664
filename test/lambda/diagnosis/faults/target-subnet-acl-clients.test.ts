import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../../lambda/diagnosis/evidence-of.ts';
import type { Declarations } from '../../../../lambda/model/evidence.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory, LoadBalancer, NetworkAclEntry, TargetGroup } from '../../../../lambda/model/inventory.ts';
import { denying, withAclEntry, withRules } from '../broken-ways.ts';
import { declaredOffice, welcoming } from '../client-situations.ts';
import { judged } from '../judged.ts';
import { seenEverywhere } from '../small-world.ts';
import { faultOf, findingsOf } from './turned-away.ts';

const REQUEST = 'target-subnet-acl-blocks-request';
const RESPONSE = 'target-subnet-acl-blocks-response';
const OFFICE = '10.0.50.0/24';
const EPHEMERAL = { fromPort: 1024, toPort: 65_535 };
const NODES = ['10.0.0.0/24', '10.0.1.0/24'];

const told = (code: string, looked: Partial<Looked>) =>
  judged({ results: seenEverywhere('connected'), declarations: declaredOffice, ...looked }, [faultOf(code)]).diagnosis;
const app = (entry: Partial<NetworkAclEntry>, inventory = welcoming) =>
  withAclEntry('acl-app', denying({ cidr: OFFICE, ...entry }), inventory);
const requestDenied = app({ egress: false });
const answerDenied = app(EPHEMERAL);
const declaring = (...clients: readonly string[]): Declarations => ({ shop: { ports: [], clients } });

/** The ACL of the target's subnet lets in what is from these ranges, and everything out. */
function admitting(ranges: readonly string[], inventory: Inventory = welcoming): Inventory {
  const acls = inventory.networkAcls.known ? inventory.networkAcls.value : [];
  const entries = ranges.map((cidr, index) =>
    denying({ action: 'allow', egress: false, protocol: '-1', cidr, ruleNumber: 10 + index }),
  );
  return {
    ...inventory,
    networkAcls: known(
      acls.map((acl) => (acl.isDefault ? acl : { ...acl, entries: [...acl.entries.slice(1), ...entries] })),
    ),
  };
}

function balanced(inventory: Inventory, changes: Partial<LoadBalancer>, group: Partial<TargetGroup> = {}): Inventory {
  const groups = inventory.targetGroups.known ? inventory.targetGroups.value : [];
  return {
    ...inventory,
    loadBalancers: inventory.loadBalancers.map((one) => ({ ...one, ...changes })),
    targetGroups: known(groups.map((one) => ({ ...one, ...group }))),
  };
}

function openToAll(inventory: Inventory): Inventory {
  const { securityGroupRules } = withRules((rule) => [
    rule.id === 'sgr-web-in' ? { ...rule, peer: { kind: 'cidr', cidr: '0.0.0.0/0' } } : rule,
  ]);
  return { ...balanced(inventory, { scheme: 'internet-facing' }), securityGroupRules };
}

describe('clients with addresses of their own are denied, and health is green', () => {
  type Case = readonly [string, string, Partial<Looked>, string, string, string];
  it.each<Case>([
    [
      'requests of declared clients',
      REQUEST,
      { inventory: requestDenied },
      'certain',
      'From=8080,To=8080 --cidr-block 10.0.50.0/24',
      'What comes from 10.0.50.0/24 to port 8080 does not get into the target’s subnet',
    ],
    [
      'requests of clients some of whom may stand where health checks come from',
      REQUEST,
      { inventory: admitting(NODES), declarations: declaring('10.0.0.0/16') },
      'likely',
      'From=8080,To=8080 --cidr-block 10.0.0.0/16',
      'may get through',
    ],
    [
      'requests of anybody',
      REQUEST,
      { inventory: admitting(NODES), declarations: {} },
      'likely',
      'From=8080,To=8080 --cidr-block 10.0.0.0/16',
      'may get through',
    ],
    [
      'requests of the whole internet',
      REQUEST,
      { inventory: openToAll(admitting(NODES)), declarations: {} },
      'certain',
      'From=8080,To=8080 --cidr-block 0.0.0.0/0',
      'What comes from the internet',
    ],
    [
      'requests of the internet, but not of private addresses',
      REQUEST,
      { inventory: openToAll(admitting(['10.0.0.0/8'])), declarations: {} },
      'likely',
      'From=8080,To=8080 --cidr-block 0.0.0.0/0',
      'may get through',
    ],
    [
      'answers to declared clients',
      RESPONSE,
      { inventory: answerDenied },
      'certain',
      'From=1024,To=65535 --cidr-block 10.0.50.0/24',
      'Answers from port 8080 to 10.0.50.0/24 do not get out of the target’s subnet',
    ],
    [
      'answers to some of their ports',
      RESPONSE,
      { inventory: app({ fromPort: 1024, toPort: 32_767 }) },
      'likely',
      'From=1024,To=65535 --cidr-block 10.0.50.0/24',
      'It depends on the port that a client dials from',
    ],
  ])('%s', (_, code, looked, certainty, opens, words) => {
    const { leading, others, symptom } = told(code, looked);
    expect(symptom).toBeNull();
    expect(others).toEqual([]);
    expect(leading).toMatchObject({ code, certainty, zones: null, culprit: { resource: 'acl-app' } });
    expect(leading?.fix).toMatchObject({ commands: [expect.stringContaining(opens)], verified: true });
    expect(leading?.why).toContain(words.replace('’', "'"));
    expect(leading?.why).toContain('Target group web preserves client addresses');
  });
});

describe('clients are not denied', () => {
  const unpreserved = { attributes: known({ 'preserve_client_ip.enabled': 'false' }) };
  const atNodes = withAclEntry('acl-edge', denying({ egress: false, cidr: OFFICE }), welcoming);
  const unread = unknown('forbidden', 'access was denied', 'ec2:DescribeNetworkAcls');
  const beside = ['eu-west-1a', 'eu-west-1b'].map((zone) => ({ zone, subnetId: 'subnet-app' }));
  it.each<readonly [string, string, Partial<Looked>]>([
    ['at the way in of answers denied', REQUEST, { inventory: answerDenied }],
    ['at the way out of requests denied', RESPONSE, { inventory: requestDenied }],
    ['where addresses are not preserved', REQUEST, { inventory: balanced(requestDenied, {}, unpreserved) }],
    [
      'where addresses are not preserved and the ACLs are not read',
      REQUEST,
      { inventory: { ...balanced(welcoming, {}, unpreserved), networkAcls: unread } },
    ],
    ['where the denying ACL is that of another subnet', REQUEST, { inventory: atNodes }],
    ['within one subnet, which no ACL judges', REQUEST, { inventory: balanced(requestDenied, { zones: beside }) }],
    ['for themselves, where the load balancer is', REQUEST, { inventory: app({ egress: false, cidr: '0.0.0.0/0' }) }],
    ['for themselves, where answers to it are', RESPONSE, { inventory: app({ ...EPHEMERAL, cidr: '0.0.0.0/0' }) }],
  ])('%s', (_, code, looked) => {
    expect(told(code, looked)).toMatchObject({ leading: null, inconclusive: [] });
  });
});

describe('beside what the load balancer itself meets', () => {
  const silent = { results: seenEverywhere('timed-out') };
  const attributes = unknown('forbidden', 'access was denied');
  const shutOut = { ...requestDenied, securityGroupRules: known([]) };
  it.each<readonly [string, Inventory, string | null]>([
    ['its own way comes first', app({ egress: false, cidr: '0.0.0.0/0' }), 'The request does not get into'],
    [
      'its own way suffices where nobody knows whether addresses are preserved',
      balanced(app({ egress: false, cidr: '0.0.0.0/0' }), {}, { attributes }),
      'The request does not get into',
    ],
    ['clients are no cause of its silence', requestDenied, null],
    ['nor where something else silences it', shutOut, null],
    ['nothing is told of clients who are nobody’s', balanced(shutOut, {}, { attributes }), null],
  ])('%s', (_, inventory, words) => {
    const { leading, others, inconclusive } = told(REQUEST, { ...silent, inventory });
    expect(others).toEqual([]);
    expect(inconclusive).toEqual([]);
    expect(leading?.why ?? null).toEqual(words === null ? null : expect.stringContaining(words));
  });
});

it.each([
  ['timed-out', ['load-balancer-security-group-blocks-targets'], { securityGroupRules: known([]) }],
  ['refused', ['target-port-closed', REQUEST], {}],
  ['connected', [REQUEST], {}],
] as const)('leads only where nothing explains what was seen: %s', (outcome, codes, changes) => {
  const inventory = { ...requestDenied, ...changes };
  const looked = { inventory, declarations: declaredOffice, results: seenEverywhere(outcome) };
  const { leading, others } = judged(looked).diagnosis;
  const found = [leading, ...others].flatMap((one) => one?.code ?? []);
  expect(found.slice(0, codes.length)).toEqual(codes);
});

describe('it is inconclusive', () => {
  const forbidden = unknown('forbidden', 'access was denied');
  it.each<readonly [string, Partial<Looked>, string]>([
    ['without the network ACLs', { inventory: { ...welcoming, networkAcls: forbidden } }, 'network ACLs'],
    [
      'where nobody knows whether addresses are preserved',
      { inventory: balanced(requestDenied, {}, { attributes: forbidden }) },
      'the attributes of target group web are not known',
    ],
    [
      'without them, where it is silent',
      { inventory: { ...welcoming, networkAcls: forbidden }, results: seenEverywhere('timed-out') },
      'network ACLs',
    ],
  ])('%s', (_, looked, words) => {
    for (const code of [REQUEST, RESPONSE]) {
      const { leading, inconclusive } = told(code, looked);
      expect(leading).toBeNull();
      expect(inconclusive).toMatchObject([{ code, missing: [expect.stringContaining(words)] }]);
    }
  });
});

describe('an ACL that both subnets share', () => {
  const acls = welcoming.networkAcls.known ? welcoming.networkAcls.value : [];
  const one = { ...welcoming, networkAcls: known(acls.filter(({ isDefault }) => isDefault)) };
  const shared = (entry: Partial<NetworkAclEntry>) =>
    withAclEntry('acl-edge', denying({ cidr: OFFICE, ...entry }), one);

  it('is opened for answers by one command, which the load balancer’s finding asks for too', () => {
    const inventory = shared(EPHEMERAL);
    const own = findingsOf('load-balancer-subnet-acl-blocks-clients', inventory, declaredOffice);
    const { leading } = told(RESPONSE, { inventory });
    expect(leading?.fix.commands).toHaveLength(1);
    expect(own.map(({ fix }) => fix.commands)).toEqual([leading?.fix.commands]);
  });

  it('is opened for requests under a number for each port', () => {
    const inventory = shared({ egress: false });
    const own = findingsOf('load-balancer-subnet-acl-blocks-clients', inventory, declaredOffice);
    const { leading } = told(REQUEST, { inventory });
    const commands = [...own, ...(leading === null ? [] : [leading])].flatMap(({ fix }) => fix.commands);
    expect(commands.map((command) => command.match(/From=(\d+)/)?.[1])).toEqual(['80', '8080']);
    expect(new Set(commands.map((command) => command.match(/--rule-number (\d+)/)?.[1])).size).toBe(2);
  });
});
