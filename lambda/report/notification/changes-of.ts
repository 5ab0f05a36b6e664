import type { Finding } from '../../model/diagnosis.ts';
import type { Memory, ToldFault } from '../../model/memory.ts';
import type { Report } from '../../model/report.ts';
import type { StateChange } from './state-change.ts';
import { toldCulprit } from './told-culprit.ts';
import { toldFault } from './told-fault.ts';
import { type ToldSubject, toldSubjects } from './told-subjects.ts';

/**
 * What changed since what was told before: faults that began, became others (another code leads), or were cleared. Only
 * causes that are certain or likely count; a subject that could not be looked at has neither begun nor cleared.
 * A target that is gone with its fault, and another of its group that has come with the same, are one fault that goes on.
 * In the order of reading: what began first, then what became another, then what cleared.
 */
export function changesOf(before: Memory | null, report: Report): readonly StateChange[] {
  const changes = new Map<string, StateChange>();
  for (const { change } of withoutReplaced(changedSubjects(before, report))) {
    const key = keyOf(change);
    const same = changes.get(key);
    changes.set(key, same === undefined ? change : { ...same, subjects: [...same.subjects, ...change.subjects] });
  }
  return KINDS.flatMap((kind) =>
    inOrder(
      [...changes.values()].filter((change) => change.kind === kind),
      report,
    ),
  );
}

const KINDS: readonly StateChange['kind'][] = ['began', 'became', 'cleared'];

/** A subject and how it changed. */
type Changed = { readonly subject: ToldSubject; readonly change: StateChange };

function changedSubjects(before: Memory | null, report: Report): readonly Changed[] {
  return toldSubjects(report, before).flatMap((subject) => {
    const change = changeOf(subject, before?.subjects[subject.id]?.told ?? null);
    return change === null ? [] : [{ subject, change }];
  });
}

/** A container that crashes is registered anew each time: that is no news. */
function withoutReplaced(changed: readonly Changed[]): readonly Changed[] {
  const keyed = ({ subject, change }: Changed) => `${subject.targetGroup ?? subject.loadBalancer} ${change.code}`;
  const gone = new Set(changed.filter(({ subject }) => subject.state === 'gone').map(keyed));
  const come = new Set(changed.filter(({ change }) => change.kind === 'began').map(keyed));
  return changed.filter(({ subject, change }) => {
    const replaces = change.kind === 'began' && gone.has(keyed({ subject, change }));
    return !replaces && !(subject.state === 'gone' && come.has(keyed({ subject, change })));
  });
}

function changeOf(subject: ToldSubject, before: ToldFault | null): StateChange | null {
  const now = toldFault(subject, before);
  const about = { before, loadBalancer: subject.loadBalancer, subjects: [{ id: subject.id, name: subject.name }] };
  if (now === 'unknown') return null;
  if (now === 'well') return before === null ? null : { ...about, kind: 'cleared', code: before.code, finding: null };
  if (now.code === before?.code) return null;
  return { ...about, kind: before === null ? 'began' : 'became', code: now.code, finding: now };
}

function keyOf({ kind, finding, before, loadBalancer }: StateChange): string {
  return JSON.stringify([kind, loadBalancer, before?.culprit, finding === null ? null : toldCulprit(finding)]);
}

/** In the order of the report's findings; what has none by code, so that two runs say the same. */
function inOrder(changes: readonly StateChange[], { findings }: Report): readonly StateChange[] {
  const place = new Map<Finding, number>(findings.map((finding, index) => [finding, index]));
  const placeOf = ({ finding }: StateChange) => (finding === null ? -1 : (place.get(finding) ?? findings.length));
  return changes.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : Number(a.code > b.code)));
}
