import { expect, it } from 'vitest';
import { securityGroupRules } from '../../../lambda/inventory/security-group-rules.ts';

const RULE = {
  SecurityGroupRuleId: 'sgr-1',
  GroupId: 'sg-1',
  IsEgress: false,
  IpProtocol: 'tcp',
  FromPort: 80,
  ToPort: 90,
  CidrIpv4: '10.0.0.0/8',
};

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'one range',
    raw: RULE,
    noun: {
      id: 'sgr-1',
      groupId: 'sg-1',
      egress: false,
      protocol: 'tcp',
      fromPort: 80,
      toPort: 90,
      peer: { kind: 'cidr', cidr: '10.0.0.0/8' },
      description: null,
    },
  },
  {
    situation: 'a range of IPv6',
    raw: { ...RULE, CidrIpv4: undefined, CidrIpv6: '::/0' },
    noun: { peer: { kind: 'cidr', cidr: '::/0' } },
  },
  {
    situation: 'a prefix list',
    raw: { ...RULE, CidrIpv4: undefined, PrefixListId: 'pl-1' },
    noun: { peer: { kind: 'prefix-list', id: 'pl-1' } },
  },
  {
    situation: 'a group',
    raw: { ...RULE, CidrIpv4: undefined, ReferencedGroupInfo: { GroupId: 'sg-2', UserId: '12', VpcId: 'vpc-2' } },
    noun: { peer: { kind: 'security-group', id: 'sg-2', ownerId: '12', vpcId: 'vpc-2' } },
  },
  {
    situation: 'a group of which no more is told',
    raw: { ...RULE, CidrIpv4: undefined, ReferencedGroupInfo: { GroupId: 'sg-2' } },
    noun: { peer: { kind: 'security-group', id: 'sg-2', ownerId: null, vpcId: null } },
  },
  {
    situation: 'all ports, as -1',
    raw: { ...RULE, IpProtocol: '-1', FromPort: -1, ToPort: -1 },
    noun: { protocol: '-1', fromPort: null, toPort: null },
  },
  {
    situation: 'all ports, left out',
    raw: { ...RULE, IpProtocol: '-1', FromPort: undefined, ToPort: undefined },
    noun: { fromPort: null, toPort: null },
  },
  {
    situation: 'every type of ICMP',
    raw: { ...RULE, IpProtocol: 'icmp', FromPort: -1, ToPort: -1 },
    noun: { fromPort: -1, toPort: -1 },
  },
  { situation: 'a description', raw: { ...RULE, Description: 'office' }, noun: { description: 'office' } },
])('$situation', ({ raw, noun }) => {
  expect(securityGroupRules.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'sgr-1 has no source or destination', raw: { ...RULE, CidrIpv4: undefined } },
  { said: 'FromPort or ToPort is not a number', raw: { ...RULE, FromPort: Number.NaN } },
  { said: 'IsEgress is missing', raw: { ...RULE, IsEgress: undefined } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => securityGroupRules.noun(raw)).toThrow(
    expect.objectContaining({ name: 'MalformedAnswer', message: said }),
  );
});
