import type { NetworkInterface, SecurityGroupRule } from '../model/inventory.ts';
import type { Surroundings } from './surroundings.ts';
import { targetInterfaces } from './target-interfaces.ts';

/** The rules by which load balancers speak to their targets: egress of the ones, ingress of the others. All, for whole VPCs. */
export function relevantRules(
  rules: readonly SecurityGroupRule[],
  interfaces: readonly NetworkInterface[],
  { whole, loadBalancers, targetIds }: Pick<Surroundings, 'whole' | 'loadBalancers' | 'targetIds'>,
): readonly SecurityGroupRule[] {
  if (whole) return rules;
  const arns = loadBalancers.map((one) => one.arn);
  const speakers = new Set([
    ...loadBalancers.flatMap((one) => one.securityGroups),
    ...targetInterfaces(arns, interfaces).flatMap((one) => one.groups),
  ]);
  const listeners = new Set(targetInterfaces(targetIds, interfaces).flatMap((one) => one.groups));
  return rules.filter((rule) => (rule.egress ? speakers : listeners).has(rule.groupId));
}
