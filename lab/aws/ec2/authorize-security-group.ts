import { randomBytes } from 'node:crypto';
import type { SecurityGroup, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { type AskedRule, askedRules } from './asked-rules.ts';
import type { Change } from './change.ts';
import { knownPeer } from './known-peer.ts';
import { refuseOverQuota } from './refuse-over-quota.ts';
import { requiredParameter } from './required-parameter.ts';
import { ruleKey } from './rule-key.ts';
import { rulePorts } from './rule-ports.ts';
import { securityGroupRuleTree } from './security-group-rule-tree.ts';
import { securityGroups } from './security-groups.ts';
import { subjectOf } from './subject-of.ts';

/**
 * `AuthorizeSecurityGroupIngress` and `…Egress`: all rules of the request or none. Taken are `GroupId` and
 * `IpPermissions`, which the AWS CLI makes of its simple options too.
 */
export function authorizeSecurityGroup(direction: 'Ingress' | 'Egress'): Change {
  const egress = direction === 'Egress';
  return {
    operation: `AuthorizeSecurityGroup${direction}`,
    subject: { parameter: 'GroupId', kind: 'security-group' },
    parameters: ['IpPermissions'],
    run: (input, world) => {
      const group = subjectOf(world.securityGroups, requiredParameter(input, 'GroupId'), securityGroups);
      const present = world.securityGroupRules.filter((rule) => rule.groupId === group.id && rule.egress === egress);
      const added = newRules(input, group, world).map((rule) => ({ ...newId(), groupId: group.id, egress, ...rule }));
      refuseDuplicates(added, present);
      refuseOverQuota([...present, ...added], world);
      return {
        next: { ...world, securityGroupRules: [...world.securityGroupRules, ...added] },
        answer: { securityGroupRuleSet: added.map((rule) => securityGroupRuleTree(rule, world)) },
      };
    },
  };
}

function newRules(input: Input, group: SecurityGroup, world: World): readonly AskedRule[] {
  const asked = askedRules(input);
  if (asked.length > 0) return asked.map((rule) => ({ ...rule, peer: knownPeer(rule.peer, group, world) }));
  throw new AwsError('MissingParameter', 'The request must contain the parameter ipPermissions');
}

function newId() {
  return { id: `sgr-0${randomBytes(8).toString('hex')}` };
}

function refuseDuplicates(added: readonly SecurityGroupRule[], present: readonly SecurityGroupRule[]): void {
  if (new Set(added.map(ruleKey)).size < added.length) {
    throw new AwsError('InvalidParameterValue', 'The same permission must not appear multiple times');
  }
  const taken = new Set(present.map(ruleKey));
  const duplicate = added.find((rule) => taken.has(ruleKey(rule)));
  if (duplicate === undefined) return;
  throw new AwsError('InvalidPermission.Duplicate', `the specified rule "${inWords(duplicate)}" already exists`);
}

function inWords(rule: SecurityGroupRule): string {
  const { protocol, ports } = rulePorts(rule);
  const peer = rule.peer.kind === 'cidr' ? rule.peer.cidr : rule.peer.id;
  const name = protocol === '-1' ? 'ALL' : protocol.toUpperCase();
  const range = ports === null ? [] : [`from port: ${ports.from}`, `to port: ${ports.to}`];
  return [`peer: ${peer}`, name, ...range, 'ALLOW'].join(', ');
}
