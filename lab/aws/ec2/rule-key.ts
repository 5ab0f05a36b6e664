import type { SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { rulePorts } from './rule-ports.ts';

/** What tells one rule of a group and direction from another: two with the same key are the same rule. */
export function ruleKey(rule: Pick<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort' | 'peer'>): string {
  const { peer } = rule;
  return JSON.stringify([rulePorts(rule), peer.kind === 'cidr' ? peer.cidr : peer.id]);
}
