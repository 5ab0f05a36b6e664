import type { Memory, RememberedSubject, ToldFault } from '../../model/memory.ts';
import type { Report } from '../../model/report.ts';
import { toldCulprit } from './told-culprit.ts';
import { toldFault } from './told-fault.ts';
import { type ToldSubject, toldSubjects } from './told-subjects.ts';

/**
 * `memory` (what a check leaves behind) with the faults that have now been told of, as `changesOf(before, report)` told
 * them; what could not be looked at keeps what was told before. A target that is gone stays in it once more where a
 * fault of it had been told, cleared, so that its clearing is not told again.
 */
export function rememberTold(memory: Memory, before: Memory | null, report: Report): Memory {
  const subjects = toldSubjects(report, before).flatMap(
    (subject): readonly (readonly [string, RememberedSubject])[] => {
      const earlier = before?.subjects[subject.id];
      const isForgotten = subject.state === 'gone' && (earlier?.told ?? null) === null;
      const seen = isForgotten ? undefined : (memory.subjects[subject.id] ?? earlier);
      return seen === undefined ? [] : [[subject.id, { ...seen, told: toldNow(subject, earlier?.told ?? null) }]];
    },
  );
  return { subjects: { ...memory.subjects, ...Object.fromEntries(subjects) } };
}

function toldNow(subject: ToldSubject, before: ToldFault | null): ToldFault | null {
  const now = toldFault(subject, before);
  if (now === 'unknown') return before;
  return now === 'well' ? null : { code: now.code, culprit: toldCulprit(now), since: now.since };
}
