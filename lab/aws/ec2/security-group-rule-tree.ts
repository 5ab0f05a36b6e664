import type { RulePeer, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { rulePorts } from './rule-ports.ts';

/** A rule as the API writes it: one rule, one source. Ports are -1 where the protocol has none. */
export function securityGroupRuleTree(rule: SecurityGroupRule, world: World): TreeObject {
  const { protocol, ports } = rulePorts(rule);
  const owner = world.securityGroups.find((group) => group.id === rule.groupId)?.ownerId ?? world.accountId;
  return {
    securityGroupRuleId: rule.id,
    securityGroupRuleArn: `arn:aws:ec2:${world.region}:${owner}:security-group-rule/${rule.id}`,
    groupId: rule.groupId,
    groupOwnerId: owner,
    isEgress: rule.egress,
    ipProtocol: protocol,
    fromPort: ports?.from ?? -1,
    toPort: ports?.to ?? -1,
    ...peerOf(rule.peer, world),
    description: rule.description,
    tagSet: [],
  };
}

function peerOf(peer: RulePeer, world: World): TreeObject {
  if (peer.kind === 'prefix-list') return { prefixListId: peer.id };
  if (peer.kind === 'cidr') return peer.cidr.includes(':') ? { cidrIpv6: peer.cidr } : { cidrIpv4: peer.cidr };
  return {
    referencedGroupInfo: { groupId: peer.id, userId: peer.ownerId ?? world.accountId, vpcId: peer.vpcId },
  };
}
