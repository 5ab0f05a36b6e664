import type { ProbeResult } from '../model/probe-result.ts';
import { oncePer } from '../reachability/once-per.ts';

const byEndpoint = oncePer((results: readonly ProbeResult[]) => Map.groupBy(results, ({ endpoint }) => endpoint));

/** What a check saw at one endpoint (`Endpoint.id`), of all that it saw. */
export function resultsOf(results: readonly ProbeResult[], endpointId: string): readonly ProbeResult[] {
  return byEndpoint(results).get(endpointId) ?? [];
}
