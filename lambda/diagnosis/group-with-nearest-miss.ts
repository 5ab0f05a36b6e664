import type { Hop } from '../model/flow.ts';
import type { SecurityGroupRule } from '../model/inventory.ts';

/** Of the groups that deny, the one whose rule comes closest to admitting: there a change is least. Else the first. */
export function groupWithNearestMiss({ resource, nearestMiss }: Hop, rules: readonly SecurityGroupRule[]): string {
  return rules.find(({ id }) => id === nearestMiss?.line)?.groupId ?? resource;
}
