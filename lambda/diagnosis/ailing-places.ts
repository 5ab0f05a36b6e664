import type { EndpointEvidence } from '../model/evidence.ts';
import { conclusiveResults } from './conclusive-results.ts';

/**
 * The load balancer's places (`VantagePoint.id`) from which the endpoint does not answer as it should. Where nothing
 * conclusive was dialled from any of them, all: then the load balancer or the configuration speaks for every place.
 */
export function ailingPlaces({ facts: { probes }, vantagePoints }: EndpointEvidence): readonly string[] {
  const conclusive = conclusiveResults(probes.known ? probes.value : [], { vantagePoints });
  if (conclusive.length === 0) return vantagePoints.map(({ id }) => id);
  return conclusive.filter(({ outcome }) => outcome !== 'connected').map(({ vantagePoint }) => vantagePoint);
}
