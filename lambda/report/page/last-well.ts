import type { ReportedEndpoint } from '../../model/report.ts';

/** The last check before `first` (ISO 8601) that saw one of these endpoints well; null where none did. */
export function lastWell(endpoints: readonly ReportedEndpoint[], first: string): string | null {
  const moments = endpoints.flatMap(({ diagnosis }) => diagnosis.lastWell ?? []);
  const before = moments.filter((moment) => Date.parse(moment) < Date.parse(first));
  return before.sort().at(-1) ?? null;
}
