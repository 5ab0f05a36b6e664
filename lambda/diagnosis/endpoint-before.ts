import type { Report, ReportedEndpoint } from '../model/report.ts';

const indexes = new WeakMap<Report, ReadonlyMap<string, ReportedEndpoint>>();

/** What the last report said of an endpoint (`Endpoint.id`). A report is indexed once, however many endpoints ask. */
export function endpointBefore(previous: Report | null, endpointId: string): ReportedEndpoint | undefined {
  if (previous === null) return undefined;
  const index = indexes.get(previous) ?? new Map(previous.endpoints.map((one) => [one.id, one]));
  indexes.set(previous, index);
  return index.get(endpointId);
}
