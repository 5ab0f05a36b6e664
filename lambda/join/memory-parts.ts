import type { Memory, RememberedSubject } from '../model/memory.ts';
import { ownersOf, watchesIn } from '../model/owners-of.ts';
import type { Report } from '../model/report.ts';
import { watchPrefix } from '../model/watch.ts';

/**
 * What is remembered, cut by load balancer (ARN): itself, its target groups and their endpoints, also those that are gone; and
 * by watched path (name). What belongs to none of those of the report is left out.
 */
export function memoryParts({ subjects }: Memory, report: Report): Readonly<Record<string, Memory>> {
  const owners = keysOf(report);
  const parts = new Map<string, Record<string, RememberedSubject>>();
  for (const { key } of ownersOf(report)) parts.set(key, {});
  for (const [id, subject] of Object.entries(subjects)) {
    for (const arn of owners(id)) {
      const part = parts.get(arn);
      if (part !== undefined) part[id] = subject;
    }
  }
  return Object.fromEntries([...parts].map(([arn, part]) => [arn, { subjects: part }]));
}

/** Whose a subject is: an endpoint's id begins with the ARN of its target group, or with the name of its watch. */
function keysOf({ loadBalancers, targetGroups, endpoints }: Report): (id: string) => readonly string[] {
  const own = new Map<string, readonly string[]>();
  for (const { arn } of loadBalancers) own.set(arn, [arn]);
  for (const { arn, loadBalancers: owners } of targetGroups) own.set(arn, owners);
  for (const { id, loadBalancer, watch } of endpoints) own.set(id, [loadBalancer ?? watch ?? []].flat());
  const watches = watchesIn({ endpoints });
  const gone = (id: string) =>
    targetGroups.find(({ arn }) => id.startsWith(`${arn}/`))?.loadBalancers ??
    watches.filter((name) => id.startsWith(watchPrefix(name)));
  return (id) => own.get(id) ?? gone(id);
}
