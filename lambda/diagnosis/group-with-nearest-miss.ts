import type { Hop } from '../model/flow.ts';
import type { SecurityGroupRule } from '../model/inventory.ts';
import { oncePer } from '../reachability/once-per.ts';

/** Of several rules of one id the first counts. */
const groupByRule = oncePer(
  (rules: readonly SecurityGroupRule[]) =>
    new Map<string | undefined, string>(rules.toReversed().map(({ id, groupId }) => [id, groupId])),
);

/** Of the groups that deny, the one whose rule comes closest to admitting: there a change is least. Else the first. */
export function groupWithNearestMiss({ resource, nearestMiss }: Hop, rules: readonly SecurityGroupRule[]): string {
  return groupByRule(rules).get(nearestMiss?.line) ?? resource;
}
