import type { Report } from '../model/report.ts';
import { endpointBefore } from './endpoint-before.ts';

/**
 * When an ailing endpoint (`Endpoint.id`) was last seen well, ISO 8601: when it was last dialled, or carried over.
 * Null where no report saw it well; one that could not judge it is no witness.
 */
export function lastWell(previous: Report | null, endpointId: string): string | null {
  const before = endpointBefore(previous, endpointId);
  if (previous === null || before === undefined) return null;
  const well = before.diagnosis.symptom === null && before.unjudged === null;
  // A report may carry endpoints over that it did not dial itself: their own time counts.
  const dialledAt = before.probes
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return well ? (dialledAt ?? previous.checkedAt) : before.diagnosis.lastWell;
}
