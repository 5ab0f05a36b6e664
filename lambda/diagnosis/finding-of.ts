import type { Finding, Fix, ReportedFix } from '../model/diagnosis.ts';
import type { Hop } from '../model/flow.ts';
import type { Memory } from '../model/memory.ts';
import { denierInWords } from './denier-in-words.ts';
import type { Fault, Proven } from './fault.ts';
import { findingSince } from './finding-since.ts';
import { listed } from './listed.ts';
import type { NamedSubject } from './subject-of.ts';
import { provenToACaller, toACaller } from './to-a-caller.ts';
import type { Verify } from './verify-fix.ts';

/** Whose finding it is, when, and what tells the rest. `at` is ISO 8601. */
export type FindingContext = {
  readonly subject: NamedSubject;
  readonly at: string;
  readonly verify: Verify;
  readonly memory: Memory | null;
};

/** Makes a finding of a proof: whose it is, since when, and whether its fix was seen to open the path. */
export function findingOf(
  { code, title, kind, subject, component, see }: Fault,
  proven: Proven,
  { subject: { id, resource, isWatched }, at, verify, memory }: FindingContext,
): Finding {
  const { certainty, zones, culprit, facts, why, fix } = isWatched ? provenToACaller(proven) : proven;
  return {
    code,
    title: isWatched ? toACaller(title) : title,
    kind,
    subject,
    resource,
    component,
    certainty,
    zones,
    culprit,
    facts,
    why,
    fix: reportedFix(fix, zones, verify),
    since: findingSince(memory, id, { code, resource }, at),
    changedBy: null,
    impact: null,
    see,
  };
}

function reportedFix({ changes, ...fix }: Fix, zones: Finding['zones'], verify: Verify): ReportedFix {
  if (changes === null) return { ...fix, verified: null };
  const { passes, remaining } = verify(changes, zones);
  if (passes) return { ...fix, verified: true };
  return { ...fix, summary: `${fix.summary} ${whatRemains(remaining)}`, verified: false };
}

function whatRemains(remaining: readonly Hop[]): string {
  const denying = remaining.filter(({ decision }) => decision === 'deny').map(denierInWords);
  if (denying.length > 0) {
    return `This alone does not open the path, which is also denied by ${listed([...new Set(denying)])}.`;
  }
  const reasons = [...new Set(remaining.map(({ why }) => why))];
  return `Whether this opens the path is not known: ${reasons.length > 0 ? listed(reasons) : 'it could not be judged'}.`;
}
