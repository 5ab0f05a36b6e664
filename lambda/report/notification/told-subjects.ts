import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Memory } from '../../model/memory.ts';
import type { Report } from '../../model/report.ts';
import { watchPrefix } from '../../model/watch.ts';
import { endpointName } from '../page/endpoint-name.ts';
import { readWhole } from '../read-whole.ts';

/** A subject of a report by memory's key. `gone`: it was there before, and is no longer, though it was looked for. */
export type ToldSubject = {
  readonly id: string;
  readonly name: string;
  /** Name of the load balancer, or of the watched way; null where neither is known. */
  readonly loadBalancer: string | null;
  /** ARN of the target group that it belongs to, or is. */
  readonly targetGroup: string | null;
  readonly state: { readonly diagnosis: Diagnosis; readonly unjudged: string | null } | 'gone';
};

/**
 * Every subject of a report: load balancers, target groups, endpoints; and the endpoints that memory has and the report has
 * not, as far as the targets of their group were read, or the addresses of their watch are known. Of anything else that is missing
 * nobody knows.
 */
export function toldSubjects(report: Report, before: Memory | null): readonly ToldSubject[] {
  const names = new Map(report.loadBalancers.map(({ arn, name }) => [arn, name]));
  const nameOf = (arn: string | null | undefined) => names.get(arn ?? '') ?? null;
  const present = [
    ...report.loadBalancers.map((one) => ({
      id: one.arn,
      name: one.name,
      loadBalancer: one.name,
      targetGroup: null,
      state: one,
    })),
    ...report.targetGroups.map((one) => ({
      id: one.arn,
      name: `target group ${one.name}`,
      loadBalancer: nameOf(one.loadBalancers[0]),
      targetGroup: one.arn,
      state: one,
    })),
    ...report.endpoints.map((one) => ({
      id: one.id,
      name: endpointName(one),
      loadBalancer: nameOf(one.loadBalancer) ?? one.watch,
      targetGroup: one.targetGroup,
      state: one,
    })),
  ];
  return [...present, ...goneSubjects(report, before, new Set(present.map(({ id }) => id)), nameOf)];
}

function goneSubjects(
  report: Report,
  before: Memory | null,
  present: ReadonlySet<string>,
  nameOf: (arn: string | undefined) => string | null,
): readonly ToldSubject[] {
  const { groups, watches } = readWhole(report);
  return Object.keys(before?.subjects ?? {})
    .filter((id) => !present.has(id))
    .flatMap((id): readonly ToldSubject[] => {
      const watch = watches.find((one) => id.startsWith(watchPrefix(one)));
      if (watch !== undefined) {
        const name = `${id.slice(watchPrefix(watch).length)} (no longer looked at)`;
        return [{ id, name, loadBalancer: watch, targetGroup: null, state: 'gone' }];
      }
      const group = groups.find(({ arn }) => id.startsWith(`${arn}/`));
      if (group === undefined) return [];
      const name = `${id.slice(group.arn.length + 1)} (no longer registered)`;
      const loadBalancer = nameOf(group.loadBalancers[0]);
      return [{ id, name, loadBalancer, targetGroup: group.arn, state: 'gone' }];
    });
}
