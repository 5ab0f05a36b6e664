import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { Inventory } from '../model/inventory.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { pathsOf } from './paths-of.ts';

/**
 * Whether a result proves anything about the endpoint. An answer does, wherever it was heard. Silence, or an error
 * from somewhere on the way, does from the load balancer's own places, and from elsewhere only where the configuration
 * is known to let the connection pass: a firewall at home, or a missing VPN, swallows packets too. So it does from a prober that
 * wears groups of its own, where there is no load balancer whose word would tell the one from the other.
 */
export function proves(
  { vantagePoint, outcome, securityGroups }: ProbeResult,
  {
    inventory,
    endpoint,
    vantagePoints,
  }: { inventory: Inventory; endpoint: Endpoint; vantagePoints: readonly VantagePoint[] },
): boolean {
  if (outcome === 'inconclusive') return false;
  if (outcome !== 'timed-out' && outcome !== 'unreachable') return true;
  const isOther = endpoint.watch !== null && securityGroups !== undefined;
  if (endpoint.vantagePoints.includes(vantagePoint) && !isOther) return true;
  const places = vantagePoints.filter(({ id }) => id === vantagePoint);
  const worn = isOther ? places.map((place) => ({ ...place, securityGroups })) : places;
  const paths = pathsOf(inventory, endpoint, worn);
  return paths.known && paths.value.every(({ path }) => path.verdict === 'allow');
}
