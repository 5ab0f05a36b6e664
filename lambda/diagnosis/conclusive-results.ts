import type { EndpointContext } from '../model/evidence.ts';
import type { ProbeResult } from '../model/probe-result.ts';

/** The results that prove something about the way from the load balancer's own places. The same list where all do. */
export function conclusiveResults(
  probes: readonly ProbeResult[],
  { vantagePoints }: Pick<EndpointContext, 'vantagePoints'>,
): readonly ProbeResult[] {
  const isConclusive = ({ vantagePoint, outcome }: ProbeResult) =>
    outcome !== 'inconclusive' && vantagePoints.some(({ id }) => id === vantagePoint);
  return probes.every(isConclusive) ? probes : probes.filter(isConclusive);
}
