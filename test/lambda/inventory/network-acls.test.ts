import { expect, it } from 'vitest';
import { networkAcls } from '../../../lambda/inventory/network-acls.ts';

const ENTRY = {
  RuleNumber: 100,
  Egress: true,
  Protocol: '6',
  RuleAction: 'allow',
  CidrBlock: '0.0.0.0/0',
  PortRange: { From: 1, To: 2 },
};
const DENY = { RuleNumber: 32768, Egress: false, Protocol: '-1', RuleAction: 'deny', Ipv6CidrBlock: '::/0' };
const ACL = {
  NetworkAclId: 'acl-1',
  VpcId: 'vpc-1',
  IsDefault: false,
  Associations: [{ SubnetId: 'subnet-1' }],
  Entries: [],
};

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'an entry of some ports',
    raw: { ...ACL, Entries: [ENTRY] },
    noun: {
      id: 'acl-1',
      isDefault: false,
      subnetIds: ['subnet-1'],
      entries: [
        { ruleNumber: 100, egress: true, protocol: '6', action: 'allow', cidr: '0.0.0.0/0', fromPort: 1, toPort: 2 },
      ],
    },
  },
  {
    situation: 'the implicit deny, for IPv6',
    raw: { ...ACL, Entries: [DENY] },
    noun: {
      entries: [
        {
          ruleNumber: 32768,
          egress: false,
          protocol: '-1',
          action: 'deny',
          cidr: '::/0',
          fromPort: null,
          toPort: null,
        },
      ],
    },
  },
  { situation: 'no associations', raw: { ...ACL, Associations: [] }, noun: { subnetIds: [], entries: [] } },
])('$situation', ({ raw, noun }) => {
  expect(networkAcls.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  {
    said: 'RuleAction is "permit", not one of allow, deny',
    raw: { ...ACL, Entries: [{ ...ENTRY, RuleAction: 'permit' }] },
  },
  { said: 'CidrBlock is missing', raw: { ...ACL, Entries: [{ ...ENTRY, CidrBlock: undefined }] } },
  { said: 'PortRange.To is missing', raw: { ...ACL, Entries: [{ ...ENTRY, PortRange: { From: 1 } }] } },
  { said: 'Entries is missing', raw: { ...ACL, Entries: undefined } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => networkAcls.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
});
