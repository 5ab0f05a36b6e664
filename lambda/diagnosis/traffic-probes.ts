import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import { endpointId } from '../model/endpoint-id.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { TargetGroup } from '../model/inventory.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { conclusiveResults } from './conclusive-results.ts';
import { resultsOf } from './results-of.ts';

/** What is looked through for the traffic of an endpoint's target. `results` are all of the check, null where nothing was dialled. */
export type TrafficOf = {
  readonly endpoint: Endpoint;
  readonly targetGroup: TargetGroup | null;
  readonly vantagePoints: readonly VantagePoint[];
  readonly results: readonly ProbeResult[] | null;
};

/**
 * What probes from the load balancer's places saw at the port that takes the traffic of an endpoint's target, as far as
 * it was conclusive; for the traffic endpoint itself, its own. Unknown where nothing conclusive was seen there.
 */
export function trafficProbes({
  endpoint,
  targetGroup,
  vantagePoints,
  results,
}: TrafficOf): Fact<readonly ProbeResult[]> {
  if (results === null) return unknown('not-asked', 'nothing was dialled');
  const port = endpoint.target.port ?? targetGroup?.port ?? null;
  if (port === null) return unknown('not-found', `${endpoint.target.id} has no traffic port`);
  const conclusive = conclusiveResults(resultsOf(results, trafficId(endpoint, targetGroup, port)), { vantagePoints });
  if (conclusive.length > 0) return known(conclusive);
  return unknown('failed', `nothing conclusive was seen at traffic port ${port} of ${endpoint.target.id}`);
}

function trafficId({ id, purpose, target }: Endpoint, targetGroup: TargetGroup | null, port: number): string {
  if (purpose === 'traffic' || targetGroup === null) return id;
  return endpointId({ targetGroup: targetGroup.arn, target: target.id, trafficPort: port, purpose: 'traffic', port });
}
