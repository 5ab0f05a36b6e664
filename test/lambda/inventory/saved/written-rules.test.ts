import { expect, it } from 'vitest';
import { writtenRules } from '../../../../lambda/inventory/saved/written-rules.ts';

const ANY = [{ CidrIp: '0.0.0.0/0' }];

it.each<{ permission: object; written: string[] }>([
  {
    permission: {
      IpProtocol: 'tcp',
      FromPort: 22,
      ToPort: 22,
      IpRanges: [{ CidrIp: '10.0.0.0/16' }, { CidrIp: '10.1.0.0/16' }],
    },
    written: ['tcp 22 from 10.0.0.0/16', 'tcp 22 from 10.1.0.0/16'],
  },
  {
    permission: { IpProtocol: 'udp', FromPort: 1024, ToPort: 65535, Ipv6Ranges: [{ CidrIpv6: '2001:db8::/32' }] },
    written: ['udp 1024-65535 from 2001:db8::/32'],
  },
  {
    permission: {
      IpProtocol: '-1',
      UserIdGroupPairs: [{ GroupId: 'sg-2' }],
      PrefixListIds: [{ PrefixListId: 'pl-1' }],
    },
    written: ['all traffic from pl-1', 'all traffic from sg-2'],
  },
  {
    permission: { IpProtocol: '-1', FromPort: -1, ToPort: -1, IpRanges: ANY },
    written: ['all traffic from 0.0.0.0/0'],
  },
  {
    permission: { IpProtocol: 'icmp', FromPort: 8, ToPort: 0, IpRanges: ANY },
    written: ['icmp type 8 code 0 from 0.0.0.0/0'],
  },
  {
    permission: { IpProtocol: 'icmp', FromPort: 3, ToPort: -1, IpRanges: ANY },
    written: ['icmp type 3 from 0.0.0.0/0'],
  },
  { permission: { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, IpRanges: ANY }, written: ['icmp from 0.0.0.0/0'] },
  { permission: { IpProtocol: '50', IpRanges: ANY }, written: ['protocol 50 from 0.0.0.0/0'] },
  { permission: { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [], UserIdGroupPairs: [] }, written: [] },
])('writes out $written', ({ permission, written }) => {
  const rules = writtenRules({ GroupId: 'sg-1', IpPermissions: [permission], IpPermissionsEgress: [permission] });
  const both = [...written, ...written.map((one) => one.replace(' from ', ' to '))];
  expect(rules.map((rule) => rule.SecurityGroupRuleId)).toEqual(both);
  expect(rules.map((rule) => rule.IsEgress)).toEqual([...written.map(() => false), ...written.map(() => true)]);
});

it('keeps group, ports, source and description', () => {
  const pair = {
    GroupId: 'sg-2',
    UserId: '444455556666',
    VpcId: 'vpc-2',
    PeeringStatus: 'active',
    Description: 'peer',
  };
  const permission = { IpProtocol: 'tcp', FromPort: 1, ToPort: 9, UserIdGroupPairs: [pair] };
  expect(writtenRules({ GroupId: 'sg-1', IpPermissions: [permission] })).toEqual([
    {
      SecurityGroupRuleId: 'tcp 1-9 from sg-2',
      GroupId: 'sg-1',
      IsEgress: false,
      IpProtocol: 'tcp',
      FromPort: 1,
      ToPort: 9,
      ReferencedGroupInfo: { GroupId: 'sg-2', UserId: '444455556666', VpcId: 'vpc-2' },
      Description: 'peer',
    },
  ]);
});
