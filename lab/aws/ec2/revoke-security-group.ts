import type { SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { askedRules } from './asked-rules.ts';
import type { Change } from './change.ts';
import { requiredParameter } from './required-parameter.ts';
import { ruleKey } from './rule-key.ts';
import { rulePorts } from './rule-ports.ts';
import { securityGroupRules } from './security-group-rules.ts';
import { securityGroups } from './security-groups.ts';
import { subjectOf } from './subject-of.ts';

/**
 * `RevokeSecurityGroupIngress` and `…Egress`, by rule ids or by `IpPermissions`: all rules of the request or none, as
 * in every VPC that is not the default one.
 */
export function revokeSecurityGroup(direction: 'Ingress' | 'Egress'): Change {
  const egress = direction === 'Egress';
  return {
    operation: `RevokeSecurityGroup${direction}`,
    subject: { parameter: 'GroupId', kind: 'security-group' },
    parameters: ['IpPermissions', 'SecurityGroupRuleId'],
    run: (input, world) => {
      const group = subjectOf(world.securityGroups, requiredParameter(input, 'GroupId'), securityGroups);
      const present = world.securityGroupRules.filter((rule) => rule.groupId === group.id && rule.egress === egress);
      const revoked = new Set(chosen(input, present));
      return {
        next: { ...world, securityGroupRules: world.securityGroupRules.filter((rule) => !revoked.has(rule)) },
        answer: { unknownIpPermissionSet: [], revokedSecurityGroupRuleSet: [...revoked].map(treeOf) },
      };
    },
  };
}

function chosen(input: Input, present: readonly SecurityGroupRule[]): readonly SecurityGroupRule[] {
  const ids = textsOf(input, 'SecurityGroupRuleId');
  const asked = askedRules(input);
  if (ids.length === 0 && asked.length === 0) {
    throw new AwsError('MissingParameter', "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.");
  }
  return [
    ...ids.map((id) => subjectOf(present, id, securityGroupRules)),
    ...asked.map((rule) => sameRule(ruleKey(rule), present)),
  ];
}

function sameRule(key: string, present: readonly SecurityGroupRule[]): SecurityGroupRule {
  const rule = present.find((one) => ruleKey(one) === key);
  if (rule !== undefined) return rule;
  throw new AwsError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.');
}

function treeOf(rule: SecurityGroupRule): TreeObject {
  const { protocol, ports } = rulePorts(rule);
  return {
    securityGroupRuleId: rule.id,
    groupId: rule.groupId,
    isEgress: rule.egress,
    ipProtocol: protocol,
    fromPort: ports?.from ?? -1,
    toPort: ports?.to ?? -1,
    ...peerOf(rule),
    description: rule.description,
  };
}

function peerOf({ peer }: SecurityGroupRule): TreeObject {
  if (peer.kind === 'prefix-list') return { prefixListId: peer.id };
  if (peer.kind === 'security-group') return { referencedGroupId: peer.id };
  return peer.cidr.includes(':') ? { cidrIpv6: peer.cidr } : { cidrIpv4: peer.cidr };
}
