import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { Finding } from '../../../lambda/model/diagnosis.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import {
  checkedApart,
  denying,
  healthEndpoint,
  seenApart,
  staleReference,
  withAclEntry,
  withRoute,
  withRules,
  withSharedAcl,
} from './broken-ways.ts';
import { judged } from './judged.ts';
import { answerDenied, places, seen, seenEverywhere, world } from './small-world.ts';

const [a, b] = places;
if (a === undefined || b === undefined) throw new Error('the small world has two places');
const REGION = '--region eu-west-1';
const REQUEST = '--protocol 6 --port-range From=8080,To=8080';
const ANSWER = '--protocol 6 --port-range From=1024,To=65535';
const entry = (acl: string, way: string, number: number, ports: string, cidr: string) =>
  `aws ec2 create-network-acl-entry --network-acl-id ${acl} --${way} --rule-number ${number} ${ports} --cidr-block ${cidr} --rule-action allow ${REGION}`;
const silent = (inventory: Inventory): Partial<Looked> => ({ inventory, results: seenEverywhere('timed-out') });
const findings = (looked: Partial<Looked>): readonly Finding[] => {
  const { leading, others } = judged(looked).diagnosis;
  return leading === null ? [] : [leading, ...others];
};

type Case = readonly [string, Inventory, { code: string; culprit: object; commands: readonly string[] }];

describe('a line of the way is named and opened by the least that serves', () => {
  it.each<Case>([
    [
      'out of the load balancer’s subnet',
      withAclEntry('acl-edge', denying({ fromPort: 8080, toPort: 8080 })),
      {
        code: 'load-balancer-subnet-acl-blocks-request',
        culprit: { resource: 'acl-edge', line: '90', value: 'egress 90: deny tcp 8080 to 0.0.0.0/0' },
        commands: [entry('acl-edge', 'egress', 30, REQUEST, '10.0.10.0/24')],
      },
    ],
    [
      'into the load balancer’s subnet',
      withAclEntry('acl-edge', denying({ egress: false, fromPort: 1024, toPort: 65_535 })),
      {
        code: 'load-balancer-subnet-acl-blocks-response',
        culprit: { resource: 'acl-edge', line: '90', value: 'ingress 90: deny tcp 1024-65535 from 0.0.0.0/0' },
        commands: [entry('acl-edge', 'ingress', 60, ANSWER, '10.0.10.0/24')],
      },
    ],
    [
      'into the target’s subnet',
      withAclEntry('acl-app', denying({ egress: false })),
      {
        code: 'target-subnet-acl-blocks-request',
        culprit: { resource: 'acl-app', line: '90', value: 'ingress 90: deny tcp from 0.0.0.0/0' },
        commands: [
          entry('acl-app', 'ingress', 50, REQUEST, '10.0.0.0/24'),
          entry('acl-app', 'ingress', 40, REQUEST, '10.0.1.0/24'),
        ],
      },
    ],
    [
      'a dead route to the target',
      withRoute({ destination: '10.0.10.0/24' }),
      {
        code: 'load-balancer-subnet-without-route',
        culprit: { resource: 'rtb-1', line: '10.0.10.0/24' },
        commands: [`aws ec2 delete-route --route-table-id rtb-1 --destination-cidr-block 10.0.10.0/24 ${REGION}`],
      },
    ],
    [
      'a dead route back',
      withRoute({ destination: '10.0.0.0/23' }),
      {
        code: 'target-subnet-without-return-route',
        culprit: { resource: 'rtb-1', line: '10.0.0.0/23' },
        commands: [`aws ec2 delete-route --route-table-id rtb-1 --destination-cidr-block 10.0.0.0/23 ${REGION}`],
      },
    ],
    [
      'a stale reference',
      staleReference(),
      {
        code: 'security-group-reference-not-honoured',
        culprit: { resource: 'sg-web', line: 'sgr-web-in', value: 'a reference to sg-old' },
        commands: [
          `aws ec2 authorize-security-group-ingress --group-id sg-web --ip-permissions '[{"IpProtocol":"tcp","FromPort":8080,"ToPort":8080,"UserIdGroupPairs":[{"GroupId":"sg-lb"}]}]' ${REGION}`,
        ],
      },
    ],
  ])('%s', (_, inventory, { code, culprit, commands }) => {
    expect(findings(silent(inventory))).toMatchObject([
      { code, culprit, certainty: 'certain', zones: null, fix: { commands, verified: true } },
    ]);
  });

  it.each<readonly [string, Inventory, string]>([
    [
      'the target’s ACL',
      withAclEntry('acl-app', denying({ egress: false, cidr: '10.0.1.0/24' })),
      'target-subnet-acl-blocks-request',
    ],
    ['the route back', withRoute({ destination: '10.0.1.0/24' }), 'target-subnet-without-return-route'],
  ])('in one zone only, where %s takes one zone away', (_, inventory, code) => {
    const results = [seen(a, 'connected'), seen(b, 'timed-out')];
    expect(findings({ inventory, results })).toMatchObject([{ code, zones: ['eu-west-1b'], fix: { verified: true } }]);
  });
});

describe('an ACL that both subnets share', () => {
  it.each<readonly [string, Parameters<typeof denying>[0], string, readonly string[]]>([
    [
      'is blamed once for a line that denies request and answer, and opened for both',
      {},
      'load-balancer-subnet-acl-blocks-request',
      [
        entry('acl-edge', 'egress', 80, ANSWER, '10.0.0.0/24'),
        entry('acl-edge', 'egress', 70, ANSWER, '10.0.1.0/24'),
        entry('acl-edge', 'egress', 30, REQUEST, '10.0.10.0/24'),
      ],
    ],
    [
      'is blamed as the target’s for a line that denies the answer alone',
      { fromPort: 20_000, toPort: 65_535 },
      'target-subnet-acl-blocks-response',
      [entry('acl-edge', 'egress', 80, ANSWER, '10.0.0.0/24'), entry('acl-edge', 'egress', 70, ANSWER, '10.0.1.0/24')],
    ],
  ])('%s', (_, line, code, commands) => {
    expect(findings(silent(withSharedAcl(denying(line))))).toMatchObject([{ code, fix: { commands, verified: true } }]);
  });

  it('has a finding for each line', () => {
    const inventory = withAclEntry('acl-edge', denying({ egress: false, ruleNumber: 95 }), withSharedAcl(denying({})));
    expect(findings(silent(inventory)).map(({ culprit }) => culprit.line)).toEqual(['90', '95']);
  });
});

describe('two ports behind one line of an ACL', () => {
  it('do not ask for the same number', () => {
    const inventory = withAclEntry('acl-app', denying({ egress: false }), checkedApart());
    const rules = withRules((rule) => [{ ...rule, protocol: '-1', fromPort: null, toPort: null }]).securityGroupRules;
    const looked = {
      inventory: { ...inventory, securityGroupRules: rules },
      results: seenApart('timed-out', 'timed-out'),
    };
    const numbers = [judged(looked), judged({ ...looked, endpoint: healthEndpoint })].flatMap(({ diagnosis }) =>
      (diagnosis.leading?.fix.commands ?? []).map((command) => command.match(/--rule-number (\d+)/)?.[1]),
    );
    expect(numbers).toHaveLength(4);
    expect(new Set(numbers).size).toBe(4);
  });
});

describe('a reference is not blamed', () => {
  it.each<readonly [string, Inventory]>([
    ['where AWS does not list it as stale', staleReference([])],
    [
      'where another rule comes closer',
      {
        ...withRules((rule) =>
          [
            rule,
            ...(rule.egress
              ? []
              : [
                  {
                    ...{ ...rule, id: 'sgr-stale', protocol: '-1', fromPort: null, toPort: null },
                    peer: { kind: 'security-group', id: 'sg-old', ownerId: null, vpcId: 'vpc-old' } as const,
                  },
                ]),
          ].map((one) => (one.id === 'sgr-web-in' ? { ...one, fromPort: 8081, toPort: 8081 } : one)),
        ),
        staleSecurityGroups: staleReference().staleSecurityGroups,
      },
    ],
  ])('%s', (_, inventory) => {
    expect(findings(silent(inventory)).map(({ code }) => code)).toEqual(['target-security-group-blocks-load-balancer']);
  });

  it('nor is it left unsaid that the stale ones could not be read', () => {
    const staleSecurityGroups = unknown('forbidden', 'ec2:DescribeStaleSecurityGroups was denied');
    const { leading, inconclusive } = judged(silent({ ...staleReference(), staleSecurityGroups })).diagnosis;
    expect(leading?.code).toBe('target-security-group-blocks-load-balancer');
    expect(inconclusive).toMatchObject([
      { code: 'security-group-reference-not-honoured', missing: [expect.stringContaining('DescribeStale')] },
    ]);
  });
});

it('no way is blamed for both halves of one answer', () => {
  const inventory = { ...withRoute({ destination: '10.0.0.0/23' }), networkAcls: answerDenied().networkAcls };
  expect(findings(silent(inventory)).map(({ code, fix }) => [code, fix.verified])).toEqual([
    ['target-subnet-acl-blocks-response', false],
    ['target-subnet-without-return-route', false],
  ]);
});

it('a route that is missing is blamed without a line, each way', () => {
  const tables = world.routeTables.known ? world.routeTables.value : [];
  const inventory = { ...world, routeTables: known(tables.map((table) => ({ ...table, routes: [] }))) };
  const culprit = { resource: 'rtb-1', value: 'no route' };
  expect(findings(silent(inventory))).toMatchObject([
    { code: 'load-balancer-subnet-without-route', culprit, fix: { verified: null } },
    { code: 'target-subnet-without-return-route', culprit, fix: { verified: null } },
  ]);
});
