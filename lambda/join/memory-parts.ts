import type { Memory, RememberedSubject } from '../model/memory.ts';
import type { Report } from '../model/report.ts';

/**
 * What is remembered, cut by load balancer (ARN): itself, its target groups and their endpoints, also those that are gone.
 * What belongs to none of the report's load balancers is left out.
 */
export function memoryParts({ subjects }: Memory, report: Report): Readonly<Record<string, Memory>> {
  const owners = ownersOf(report);
  const parts = new Map<string, Record<string, RememberedSubject>>();
  for (const { arn } of report.loadBalancers) parts.set(arn, {});
  for (const [id, subject] of Object.entries(subjects)) {
    for (const arn of owners(id)) {
      const part = parts.get(arn);
      if (part !== undefined) part[id] = subject;
    }
  }
  return Object.fromEntries([...parts].map(([arn, part]) => [arn, { subjects: part }]));
}

/** Whose a subject is: an endpoint's id begins with the ARN of its target group. */
function ownersOf({ loadBalancers, targetGroups, endpoints }: Report): (id: string) => readonly string[] {
  const own = new Map<string, readonly string[]>();
  for (const { arn } of loadBalancers) own.set(arn, [arn]);
  for (const { arn, loadBalancers: owners } of targetGroups) own.set(arn, owners);
  for (const { id, loadBalancer } of endpoints) if (loadBalancer !== null) own.set(id, [loadBalancer]);
  return (id) => own.get(id) ?? targetGroups.find(({ arn }) => id.startsWith(`${arn}/`))?.loadBalancers ?? [];
}
