import type { Report } from '../model/report.ts';
import { endpointBefore } from './endpoint-before.ts';

/**
 * When an ailing endpoint (`Endpoint.id`) was last seen well, ISO 8601: at the last report, or carried over from it.
 * Null where no report saw it well; one that could not judge it is no witness.
 */
export function lastWell(previous: Report | null, endpointId: string): string | null {
  const before = endpointBefore(previous, endpointId);
  if (previous === null || before === undefined) return null;
  const well = before.diagnosis.symptom === null && before.unjudged === null;
  return well ? previous.checkedAt : before.diagnosis.lastWell;
}
