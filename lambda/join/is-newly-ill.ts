import { subjectOf } from '../diagnosis/subject-of.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Memory } from '../model/memory.ts';

/** Whether a subject shows a symptom that it did not show when it was last looked at. What is ours blames nobody. */
export function isNewlyIll(evidence: Evidence, memory: Memory | null): boolean {
  const outcome = evidence.symptoms[0]?.outcome;
  if (outcome === undefined || outcome === 'inconclusive') return false;
  return memory?.subjects[subjectOf(evidence).id]?.symptom !== outcome;
}
