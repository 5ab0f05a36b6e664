import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { ProbeResult } from '../model/probe-result.ts';

/** Why nothing can be said of an endpoint: AWS's exception name or an error code where there is one, and the reason in words. */
export type Hindrance = { readonly errno: string | null; readonly detail: string };

/** The result for an endpoint that was not dialled. `at` in ISO 8601. */
export function inconclusiveResult(
  { id, zone }: VantagePoint,
  endpoint: Endpoint,
  { errno, detail }: Hindrance,
  at: string,
): ProbeResult {
  const about = { endpoint: endpoint.id, vantagePoint: id, zone };
  return { ...about, outcome: 'inconclusive', errno, detail, elapsedMs: 0, attempts: 0, at };
}
