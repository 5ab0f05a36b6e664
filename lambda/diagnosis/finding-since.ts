import type { Finding } from '../model/diagnosis.ts';
import type { Report } from '../model/report.ts';
import { endpointBefore } from './endpoint-before.ts';

/** Since when a finding stands at an endpoint (`Endpoint.id`), ISO 8601: carried over by code and resource, else `at`. */
export function findingSince(
  previous: Report | null,
  endpointId: string,
  { code, resource }: Pick<Finding, 'code' | 'resource'>,
  at: string,
): string {
  const before = endpointBefore(previous, endpointId)?.diagnosis;
  if (before === undefined) return at;
  const findings = before.leading === null ? before.others : [before.leading, ...before.others];
  return findings.find((one) => one.code === code && one.resource === resource)?.since ?? at;
}
