import { describe, expect, it } from 'vitest';
import { freeRuleNumbers } from '../../../lambda/diagnosis/free-rule-numbers.ts';
import { openSecurityGroup } from '../../../lambda/diagnosis/open-security-group.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, NetworkAclEntry, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { denying, withAclEntry } from './broken-ways.ts';
import { judged } from './judged.ts';
import {
  answerDenied,
  changed,
  egressDenied,
  endpoint,
  ingressDenied,
  places,
  saying,
  seenEverywhere,
  world,
} from './small-world.ts';

const silent = seenEverywhere('timed-out');
const CREATE = 'aws ec2 create-network-acl-entry --network-acl-id acl-app --egress';
const TCP = '--protocol 6 --port-range From=1024,To=65535';
const REGION = '--region eu-west-1';
const sg = (direction: string, groupId: string, peers: string) =>
  `aws ec2 authorize-security-group-${direction} --group-id ${groupId} --ip-permissions '[{"IpProtocol":"tcp","FromPort":8080,"ToPort":8080,${peers}}]' ${REGION}`;
const withEntries = (...entries: readonly NetworkAclEntry[]): Inventory => {
  const acls = world.networkAcls.known ? world.networkAcls.value : [];
  return { ...world, networkAcls: known(acls.map((acl) => (acl.isDefault ? acl : { ...acl, entries }))) };
};
const entry = (ruleNumber: number, action: 'allow' | 'deny', rest: Partial<NetworkAclEntry> = {}): NetworkAclEntry => ({
  ...{ ruleNumber, egress: true, protocol: '-1', action, cidr: '0.0.0.0/0', fromPort: null, toPort: null },
  ...rest,
});
const allIn = entry(100, 'allow', { egress: false });
const groupless: Inventory = {
  ...changed({ type: 'network', securityGroups: [] }, { attributes: known({ 'preserve_client_ip.enabled': 'false' }) }),
  securityGroupRules: known([]),
};
const grouplessPlaces = places.map((place) => ({ ...place, securityGroups: [] }));
const unworn: Inventory = { ...egressDenied, networkInterfaces: withGroups([]) };

describe('the command is exact', () => {
  it.each<readonly [string, Inventory, readonly string[]]>([
    [
      'into the target’s group from the load balancer’s',
      ingressDenied,
      [sg('ingress', 'sg-web', '"UserIdGroupPairs":[{"GroupId":"sg-lb"}]')],
    ],
    [
      'out of the load balancer’s group to the target’s',
      egressDenied,
      [sg('egress', 'sg-lb', '"UserIdGroupPairs":[{"GroupId":"sg-web"}]')],
    ],
    [
      'out of the load balancer’s group to an address without groups',
      unworn,
      [sg('egress', 'sg-lb', '"IpRanges":[{"CidrIp":"10.0.10.5/32"}]')],
    ],
    [
      'out of the target’s ACL, in front of the denying entry',
      answerDenied(),
      [
        `${CREATE} --rule-number 80 ${TCP} --cidr-block 10.0.0.0/24 --rule-action allow ${REGION}`,
        `${CREATE} --rule-number 70 ${TCP} --cidr-block 10.0.1.0/24 --rule-action allow ${REGION}`,
      ],
    ],
    [
      'out of the target’s ACL, behind all entries, where the implicit deny decides',
      withEntries(allIn, entry(100, 'allow', { protocol: '6', fromPort: 443, toPort: 443 })),
      [
        `${CREATE} --rule-number 110 ${TCP} --cidr-block 10.0.0.0/24 --rule-action allow ${REGION}`,
        `${CREATE} --rule-number 120 ${TCP} --cidr-block 10.0.1.0/24 --rule-action allow ${REGION}`,
      ],
    ],
    [
      'out of the target’s ACL, where some connections hang',
      withEntries(allIn, entry(50, 'allow', { protocol: '6', fromPort: 32_768, toPort: 61_000 })),
      [
        `${CREATE} --rule-number 60 ${TCP} --cidr-block 10.0.0.0/24 --rule-action allow ${REGION}`,
        `${CREATE} --rule-number 70 ${TCP} --cidr-block 10.0.1.0/24 --rule-action allow ${REGION}`,
      ],
    ],
  ])('%s', (_, inventory, commands) => {
    const { leading } = judged({ inventory, results: silent }).diagnosis;
    expect(leading?.fix).toMatchObject({ commands, verified: true });
  });

  it('from the subnets of a load balancer without groups, where our own probes start, too', () => {
    const { leading } = judged({ inventory: groupless, vantagePoints: grouplessPlaces, results: silent }).diagnosis;
    const ranges = '"IpRanges":[{"CidrIp":"10.0.0.0/24"},{"CidrIp":"10.0.1.0/24"}]';
    expect(leading?.fix).toMatchObject({ commands: [sg('ingress', 'sg-web', ranges)], verified: true });
    expect(leading?.why).toContain('from 10.0.0.0/24 and 10.0.1.0/24.');
  });

  it('changes nothing where no number is free in front of the denying entry, and is not verified', () => {
    const { leading } = judged({ inventory: answerDenied('10.0.0.0/16', 1), results: silent }).diagnosis;
    expect(leading?.fix.commands).toEqual([
      `aws ec2 describe-network-acls --network-acl-ids acl-app --query 'NetworkAcls[].Entries' ${REGION}`,
    ]);
    expect(leading?.fix).toMatchObject({
      verified: null,
      summary: expect.stringContaining('too few numbers are free'),
    });
  });

  it.each([
    [
      'on the host of an instance',
      world,
      ['aws ssm start-session --target i-web --region eu-west-1', "sudo ss -ltnp 'sport = :8080'"],
    ],
    ['on the host of an address', changed({}, { targetType: 'ip' }), ["sudo ss -ltnp 'sport = :8080'"]],
  ])('%s', (_, inventory, commands) => {
    expect(judged({ inventory, results: seenEverywhere('refused') }).diagnosis.leading?.fix.commands).toEqual(commands);
    expect(judged({ inventory, results: seenEverywhere('reset') }).diagnosis.leading?.fix.commands).toEqual(commands);
  });

  it('keeps lists of IPv4 and IPv6 ranges apart', () => {
    const { command, changes } = openSecurityGroup({
      ...{ arn: endpoint.loadBalancer ?? '', groupId: 'sg-web', direction: 'ingress', port: 8080 },
      peers: [
        { kind: 'cidr', cidr: '10.0.0.0/24' },
        { kind: 'cidr', cidr: 'fd00::/64' },
      ],
    });
    expect(command).toBe(
      sg('ingress', 'sg-web', '"IpRanges":[{"CidrIp":"10.0.0.0/24"}],"Ipv6Ranges":[{"CidrIpv6":"fd00::/64"}]'),
    );
    expect(changes.map((change) => change.kind === 'add-security-group-rule' && change.rule.id)).toEqual([
      'proposed-1',
      'proposed-2',
    ]);
  });
});

describe('the group to be changed', () => {
  const two = { ...ingressDenied, networkInterfaces: withGroups(['sg-web', 'sg-aaa']) };
  it.each<readonly [string, Inventory, string, string]>([
    [
      'is the one whose rule comes nearest',
      two,
      'sg-web',
      'The nearest miss: rule sgr-web-in admits sg-lb on port 80, not 8080.',
    ],
    [
      'is the first where no group has a rule',
      { ...two, securityGroupRules: withoutIngress() },
      'sg-aaa',
      'No ingress rule of sg-aaa or sg-web admits tcp 8080 from sg-lb. Connections',
    ],
  ])('%s', (_, inventory, resource, words) => {
    const securityGroups = known(
      ['sg-lb', 'sg-web', 'sg-aaa'].map((id) => ({ id, name: id, vpcId: 'vpc-1', ownerId: '1' })),
    );
    const { leading } = judged({ inventory: { ...inventory, securityGroups }, results: silent }).diagnosis;
    expect(leading?.culprit.resource).toBe(resource);
    expect(leading?.fix).toMatchObject({
      verified: true,
      commands: [expect.stringContaining(`--group-id ${resource} `)],
    });
    expect(leading?.why).toContain(words);
  });
});

describe('the free numbers', () => {
  const taken = (...numbers: number[]) => numbers.map((number) => entry(number, 'allow'));
  it.each<readonly [string, readonly number[], string, readonly number[]]>([
    ['tens first, the nearest first', [100], '100', [90, 80, 70]],
    ['within the gap in front of the line', [80, 84, 86], '86', [85, 70, 60]],
    ['beyond the gap where it is full', [98, 99, 100], '100', [90, 80, 70]],
    ['single ones where there is no ten', [5], '5', [4, 3, 2]],
    ['none in front of the first', [1], '1', []],
    ['not enough in front of it', [3], '3', [2, 1]],
    ['behind the last for the implicit deny', [100, 32_767], '*', [110, 120, 130]],
    ['from ten on in an empty ACL', [32_767], '*', [10, 20, 30]],
    ['in front of entries where there is no room behind', [32_766, 32_767], '*', [32_760, 32_750, 32_740]],
  ])('%s', (_, numbers, line, free) => {
    expect(freeRuleNumbers(taken(...numbers), true, line).slice(0, 3)).toEqual(free);
  });

  it('are found once for each direction and line', () => {
    const entries = [...taken(100), entry(10, 'allow', { egress: false })];
    const free = [true, false].map((egress) => freeRuleNumbers(entries, egress, '100'));
    expect(free.map(([first]) => first)).toEqual([90, 90]);
    expect(free.map((numbers) => numbers.includes(10))).toEqual([true, false]);
    expect(freeRuleNumbers(entries, true, '100')).toBe(free[0]);
    expect(freeRuleNumbers(entries, true, '*')[0]).toBe(110);
  });
});

describe('the entry to blame', () => {
  it.each<readonly [string, Inventory, string, string]>([
    ['a range of ports', answerDenied(), '90', 'egress 90: deny tcp 1024-65535 to 0.0.0.0/0'],
    ['all traffic', withEntries(allIn, entry(70, 'deny')), '70', 'egress 70: deny all traffic to 0.0.0.0/0'],
    [
      'one port',
      withAclEntry('acl-app', denying({ egress: false, protocol: 'tcp', fromPort: 8080, toPort: 8080 })),
      '90',
      'ingress 90: deny tcp 8080 from 0.0.0.0/0',
    ],
    ['the implicit deny', withEntries(allIn), '*', 'egress *: deny all that no entry allows'],
  ])('is written out: %s', (_, inventory, line, value) => {
    expect(judged({ inventory, results: silent }).diagnosis.leading?.culprit).toEqual({
      resource: 'acl-app',
      line,
      value,
    });
  });
});

function withGroups(groups: readonly string[]): Inventory['networkInterfaces'] {
  const interfaces = world.networkInterfaces.known ? world.networkInterfaces.value : [];
  return known(interfaces.map((one) => ({ ...one, groups })));
}

function withoutIngress(): Inventory['securityGroupRules'] {
  const rules: readonly SecurityGroupRule[] = world.securityGroupRules.known ? world.securityGroupRules.value : [];
  return known(rules.filter(({ egress }) => egress));
}

it('a fix for one zone is judged in that zone', () => {
  const inventory = saying(answerDenied('10.0.1.0/24'), 'unhealthy', 'Target.Timeout');
  const { leading } = judged({ inventory, results: silent }).diagnosis;
  expect(leading).toMatchObject({ zones: ['eu-west-1b'], fix: { verified: true } });
  expect(leading?.fix.commands).toHaveLength(1);
});
