import type { Symptom } from '../model/diagnosis.ts';
import type { Memory } from '../model/memory.ts';

/** Since when a subject shows this symptom, ISO 8601: carried over from what was seen before, else `at`. */
export function symptomSince(
  memory: Memory | null,
  subjectId: string,
  outcome: Symptom['outcome'],
  at: string,
): string {
  const before = memory?.subjects[subjectId];
  return before?.symptom === outcome && before.since !== null ? before.since : at;
}
