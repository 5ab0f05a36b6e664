import type { NetworkInterface, SecurityGroupRule } from '../model/inventory.ts';
import type { Surroundings } from './surroundings.ts';
import { targetInterfaces } from './target-interfaces.ts';

/** The rules by which callers speak to their targets: egress of the ones, ingress of the others. All, for whole VPCs. */
export function relevantRules(
  rules: readonly SecurityGroupRule[],
  interfaces: readonly NetworkInterface[],
  { whole, callers, targetIds }: Pick<Surroundings, 'whole' | 'callers' | 'targetIds'>,
): readonly SecurityGroupRule[] {
  if (whole) return rules;
  const arns = callers.flatMap((one) => one.arn ?? []);
  const speakers = new Set([
    ...callers.flatMap((one) => one.securityGroups),
    ...targetInterfaces(arns, interfaces).flatMap((one) => one.groups),
  ]);
  const listeners = new Set(targetInterfaces(targetIds, interfaces).flatMap((one) => one.groups));
  return rules.filter((rule) => (rule.egress ? speakers : listeners).has(rule.groupId));
}
