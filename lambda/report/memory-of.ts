import type { Diagnosis } from '../model/diagnosis.ts';
import type { Memory, RememberedSubject } from '../model/memory.ts';
import type { Report, ReportedEndpoint } from '../model/report.ts';
import { isProvenCause } from './is-proven-cause.ts';

/** What is to be remembered of a report's subjects, over what was remembered of them `before`. */
export function memoryOf(report: Report, before: Memory | null): Memory {
  const { loadBalancers, targetGroups, endpoints, checkedAt } = report;
  const subjects = [
    ...[...loadBalancers, ...targetGroups].map((one) => ({ ...one, id: one.arn, seenAt: checkedAt })),
    ...endpoints.map((one) => ({ ...one, seenAt: dialledAt(one) ?? checkedAt })),
  ];
  return {
    subjects: Object.fromEntries(subjects.map((one) => [one.id, remembered(one, before?.subjects[one.id])])),
  };
}

type Subject = {
  readonly diagnosis: Diagnosis;
  readonly unjudged: string | null;
  readonly seenAt: string;
};

function remembered(
  { diagnosis, unjudged, seenAt }: Subject,
  before: RememberedSubject | undefined,
): RememberedSubject {
  const { symptom, since, leading, others } = diagnosis;
  const findings = leading === null ? [] : [leading, ...others];
  // What could not be judged is no witness of a good state.
  const isWell = symptom === null && unjudged === null && !findings.some(isProvenCause);
  return {
    seenAt,
    symptom: symptom?.outcome ?? null,
    since,
    lastWell: isWell ? seenAt : (before?.lastWell ?? null),
    findings: findings.map((one) => ({ code: one.code, resource: one.resource, since: one.since })),
  };
}

/** When it was last dialled, which is when it was really seen. */
function dialledAt({ probes }: ReportedEndpoint): string | undefined {
  const moments = probes.map(({ at }) => at).toSorted();
  return moments.at(-1);
}
