import type { EndpointContext } from '../model/evidence.ts';
import type { ProbeResult } from '../model/probe-result.ts';

/** The results that prove something about the way from the load balancer's own places. */
export function conclusiveResults(
  probes: readonly ProbeResult[],
  { vantagePoints }: Pick<EndpointContext, 'vantagePoints'>,
): readonly ProbeResult[] {
  const places = vantagePoints.map(({ id }) => id);
  return probes.filter(({ vantagePoint, outcome }) => outcome !== 'inconclusive' && places.includes(vantagePoint));
}
