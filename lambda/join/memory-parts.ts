import type { Memory, RememberedSubject } from '../model/memory.ts';
import { ownersOf } from '../model/owners-of.ts';
import type { Report } from '../model/report.ts';

/**
 * What is remembered, cut by load balancer (ARN): itself, its target groups and their endpoints; and by watched path (name). What
 * the report does not hold is whose it was `before`. What belongs to none of those of the report is left out.
 */
export function memoryParts(
  { subjects }: Memory,
  report: Report,
  before: Readonly<Record<string, Memory>>,
): Readonly<Record<string, Memory>> {
  const owners = keysOf(report, before);
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

function keysOf(
  { loadBalancers, targetGroups, endpoints }: Report,
  before: Readonly<Record<string, Memory>>,
): (id: string) => readonly string[] {
  const own = new Map<string, readonly string[]>();
  for (const { arn } of loadBalancers) own.set(arn, [arn]);
  for (const { arn, loadBalancers: owners } of targetGroups) own.set(arn, owners);
  for (const { id, loadBalancer, watch } of endpoints) own.set(id, [loadBalancer ?? watch ?? []].flat());
  const held = Object.entries(before);
  return (id) => own.get(id) ?? held.flatMap(([key, { subjects }]) => (Object.hasOwn(subjects, id) ? [key] : []));
}
