import type { Symptom } from '../model/diagnosis.ts';
import type { Report } from '../model/report.ts';
import { endpointBefore } from './endpoint-before.ts';

/** Since when an endpoint (`Endpoint.id`) shows this symptom, ISO 8601: carried over from the last report, else `at`. */
export function symptomSince(
  previous: Report | null,
  endpointId: string,
  outcome: Symptom['outcome'],
  at: string,
): string {
  const before = endpointBefore(previous, endpointId)?.diagnosis;
  return before?.symptom?.outcome === outcome && before.since !== null ? before.since : at;
}
