import type { SecurityGroupRule as AwsRule, IpPermission } from '@aws-sdk/client-ec2';

/** What `DescribeSecurityGroups` tells of a group's rules: several sources to a permission, and no ids. */
export type Permissions = {
  readonly GroupId?: string;
  readonly IpPermissions?: readonly IpPermission[];
  readonly IpPermissionsEgress?: readonly IpPermission[];
};

/** What is said of one source or destination. */
type Peer = Pick<AwsRule, 'CidrIpv4' | 'CidrIpv6' | 'PrefixListId' | 'ReferencedGroupInfo' | 'Description'>;

/**
 * The permissions of a group as single rules, in the shape of `DescribeSecurityGroupRules`. Each has as its id the rule
 * written out (`tcp 22 from 10.0.0.0/16`), which is unique in its group only.
 */
export function writtenRules(group: Permissions): readonly AwsRule[] {
  const rules = (egress: boolean) => (permission: IpPermission) =>
    peersOf(permission).map((peer) => ruleOf(group.GroupId, egress, permission, peer));
  return [
    ...(group.IpPermissions ?? []).flatMap(rules(false)),
    ...(group.IpPermissionsEgress ?? []).flatMap(rules(true)),
  ];
}

function peersOf({ IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs }: IpPermission): readonly Peer[] {
  return [
    ...(IpRanges ?? []).map(({ CidrIp, Description }) => ({ CidrIpv4: CidrIp, Description })),
    ...(Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => ({ CidrIpv6, Description })),
    ...(PrefixListIds ?? []).map(({ PrefixListId, Description }) => ({ PrefixListId, Description })),
    ...(UserIdGroupPairs ?? []).map(({ GroupId, UserId, VpcId, Description }) => ({
      ReferencedGroupInfo: { GroupId, UserId, VpcId },
      Description,
    })),
  ];
}

function ruleOf(groupId: string | undefined, egress: boolean, permission: IpPermission, peer: Peer): AwsRule {
  const { IpProtocol, FromPort, ToPort } = permission;
  const other = peer.CidrIpv4 ?? peer.CidrIpv6 ?? peer.PrefixListId ?? peer.ReferencedGroupInfo?.GroupId;
  const written = [...protocolOf(permission), egress ? 'to' : 'from', other].join(' ');
  return { SecurityGroupRuleId: written, GroupId: groupId, IsEgress: egress, IpProtocol, FromPort, ToPort, ...peer };
}

/** `tcp 22`, `udp 1024-65535`, `icmp type 8 code 0`, `protocol 50`, `all traffic`. */
function protocolOf({ IpProtocol = '', FromPort, ToPort }: IpPermission): readonly string[] {
  if (IpProtocol === '-1') return ['all traffic'];
  const protocol = /^\d+$/.test(IpProtocol) ? `protocol ${IpProtocol}` : IpProtocol;
  if (FromPort === undefined || FromPort === -1) return [protocol];
  if (/^icmp/.test(IpProtocol)) {
    return [protocol, `type ${FromPort}`, ...(ToPort === undefined || ToPort === -1 ? [] : [`code ${ToPort}`])];
  }
  return [protocol, FromPort === ToPort ? `${FromPort}` : `${FromPort}-${ToPort}`];
}
