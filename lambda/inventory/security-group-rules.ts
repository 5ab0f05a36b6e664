import { type SecurityGroupRule as AwsRule, DescribeSecurityGroupRulesCommand } from '@aws-sdk/client-ec2';
import type { RulePeer, SecurityGroupRule } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { malformedAnswer } from './malformed-answer.ts';
import { required } from './required.ts';

const ICMP = ['icmp', 'icmpv6', '1', '58'];

/** `DescribeSecurityGroupRules`, for group ids: there is no filter by VPC. Each rule has one peer. */
export const securityGroupRules: Call<AwsRule, SecurityGroupRule> = {
  action: 'ec2:DescribeSecurityGroupRules',
  batch: 200,
  page: async ({ ec2 }, groupIds, token) => {
    const Filters = [{ Name: 'group-id', Values: groupIds }];
    const request = new DescribeSecurityGroupRulesCommand({ Filters, MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.SecurityGroupRules, 'SecurityGroupRules'), next: answer.NextToken };
  },
  noun: (raw) => {
    const protocol = required(raw.IpProtocol, 'IpProtocol');
    return {
      id: required(raw.SecurityGroupRuleId, 'SecurityGroupRuleId'),
      groupId: required(raw.GroupId, 'GroupId'),
      egress: required(raw.IsEgress, 'IsEgress'),
      protocol,
      fromPort: portOf(protocol, raw.FromPort),
      toPort: portOf(protocol, raw.ToPort),
      peer: peerOf(raw),
      description: raw.Description || null,
    };
  },
};

/** AWS writes "all ports" as -1 or not at all; for ICMP, -1 is "all types" and stays. */
function portOf(protocol: string, port: number | undefined): number | null {
  if (port === undefined) return null;
  return port === -1 && !ICMP.includes(protocol) ? null : required(port, 'FromPort or ToPort');
}

function peerOf(raw: AwsRule): RulePeer {
  const cidr = raw.CidrIpv4 ?? raw.CidrIpv6;
  if (cidr !== undefined) return { kind: 'cidr', cidr };
  if (raw.PrefixListId !== undefined) return { kind: 'prefix-list', id: raw.PrefixListId };
  const group = raw.ReferencedGroupInfo;
  if (group?.GroupId === undefined) throw malformedAnswer(`${raw.SecurityGroupRuleId} has no source or destination`);
  return { kind: 'security-group', id: group.GroupId, ownerId: group.UserId ?? null, vpcId: group.VpcId ?? null };
}
