import type { Finding } from '../model/diagnosis.ts';
import type { Memory } from '../model/memory.ts';

/** Since when a finding stands at a subject, ISO 8601: carried over by code and resource, else `at`. */
export function findingSince(
  memory: Memory | null,
  subjectId: string,
  { code, resource }: Pick<Finding, 'code' | 'resource'>,
  at: string,
): string {
  const before = memory?.subjects[subjectId]?.findings ?? [];
  return before.find((one) => one.code === code && one.resource === resource)?.since ?? at;
}
