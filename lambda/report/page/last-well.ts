import type { Diagnosis } from '../../model/diagnosis.ts';

/** The last check before `first` (ISO 8601) that saw one of these subjects well; null where none did. */
export function lastWell(diagnoses: readonly Pick<Diagnosis, 'lastWell'>[], first: string): string | null {
  const moments = diagnoses.flatMap((diagnosis) => diagnosis.lastWell ?? []);
  const before = moments.filter((moment) => Date.parse(moment) < Date.parse(first));
  return before.sort().at(-1) ?? null;
}
