import type { Diagnosis } from '../model/diagnosis.ts';
import type { Memory, RememberedFinding, RememberedSubject } from '../model/memory.ts';
import { watchesIn } from '../model/owners-of.ts';
import type { Report, ReportedEndpoint } from '../model/report.ts';
import { watchPrefix } from '../model/watch.ts';
import { isProvenCause } from './is-proven-cause.ts';
import { readWhole } from './read-whole.ts';

/** As long as a row of memory lives, which each check writes anew. */
const MONTH_MS = 30 * 86_400_000;

/**
 * What is to be remembered of a report's subjects, over what was remembered of them `before`. A subject that the report does
 * not hold stays for a month as it was, unless what it belongs to was read, and it is gone.
 */
export function memoryOf(report: Report, before: Memory | null): Memory {
  const { loadBalancers, targetGroups, endpoints, checkedAt } = report;
  const subjects = [
    ...[...loadBalancers, ...targetGroups].map((one) => ({ ...one, id: one.arn, seenAt: checkedAt })),
    ...endpoints.map((one) => ({ ...one, seenAt: dialledAt(one) ?? checkedAt })),
  ];
  const seen = Object.fromEntries(subjects.map((one) => [one.id, remembered(one, before?.subjects[one.id])]));
  const isGone = goneFrom(report);
  const unseen = Object.entries(before?.subjects ?? {}).filter(([id, { seenAt }]) => {
    const isForgotten = Date.parse(checkedAt) - Date.parse(seenAt) > MONTH_MS;
    return !(Object.hasOwn(seen, id) || isForgotten || isGone(id));
  });
  return { subjects: { ...Object.fromEntries(unseen), ...seen } };
}

/** Whether a subject that the report does not hold is known to be gone. */
function goneFrom(report: Report): (id: string) => boolean {
  const { loadBalancers, targetGroups } = report;
  const { groups, watches } = readWhole(report);
  const paths = watchesIn(report);
  // Listeners are read for each load balancer, target groups for all: unread, they make all of them unjudged.
  const listed = loadBalancers.some(({ unjudged }) => unjudged === null);
  return (id) => {
    const ofWatch = (name: string) => id.startsWith(watchPrefix(name));
    if (paths.some(ofWatch)) return watches.some(ofWatch);
    const ofGroup = ({ arn }: { readonly arn: string }) => id.startsWith(`${arn}/`);
    return targetGroups.some(ofGroup) ? groups.some(ofGroup) : listed;
  };
}

type Judged = { readonly diagnosis: Diagnosis; readonly unjudged: string | null };
type Subject = Judged & { readonly seenAt: string };

function remembered(subject: Subject, before: RememberedSubject | undefined): RememberedSubject {
  const { diagnosis, unjudged, seenAt } = subject;
  const { symptom, leading, others } = diagnosis;
  const findings = leading === null ? [] : [leading, ...others];
  // What could not be judged is no witness of a good state.
  const isWell = symptom === null && unjudged === null && !findings.some(isProvenCause);
  return {
    seenAt,
    ...shown(subject, before),
    lastWell: isWell ? seenAt : (before?.lastWell ?? null),
    findings: [
      ...findings.map((one) => ({ code: one.code, resource: one.resource, since: one.since })),
      ...stillSuspected(subject, before),
    ],
  };
}

/** The symptom, and since when: that of before where nobody could look. */
function shown(subject: Judged, before: RememberedSubject | undefined): Pick<RememberedSubject, 'symptom' | 'since'> {
  const { symptom, since } = subject.diagnosis;
  const isNothing = symptom === null || symptom.outcome === 'inconclusive';
  if (isNothing && isUnseen(subject) && before !== undefined && before.symptom !== null) {
    return { symptom: before.symptom, since: before.since };
  }
  return { symptom: symptom?.outcome ?? null, since };
}

/** Findings of before that could not be judged again: should they still stand, they stand since then. */
function stillSuspected(subject: Judged, before: RememberedSubject | undefined): readonly RememberedFinding[] {
  const { leading, others, inconclusive } = subject.diagnosis;
  return (before?.findings ?? []).filter(({ code, resource }) => {
    const isFound = [leading, ...others].some((one) => one?.code === code && one.resource === resource);
    return !isFound && (isUnseen(subject) || inconclusive.some((one) => one.code === code));
  });
}

function isUnseen({ diagnosis, unjudged }: Judged): boolean {
  return unjudged !== null || diagnosis.symptom?.outcome === 'inconclusive';
}

/** When it was last dialled, which is when it was really seen. */
function dialledAt({ probes }: ReportedEndpoint): string | undefined {
  const moments = probes.map(({ at }) => at).toSorted();
  return moments.at(-1);
}
