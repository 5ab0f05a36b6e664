import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { VantagePath } from '../model/evidence.ts';
import { type Fact, known } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { pathsOf } from './paths-of.ts';

const NONE: Fact<readonly VantagePath[]> = known([]);

/**
 * The paths of the probers that wore groups of their own, judged for those groups and any address of their subnet. Empty
 * where every prober wore what the load balancer wears: then its path is the load balancer's.
 */
export function proberPaths(
  probes: Fact<readonly ProbeResult[]>,
  {
    inventory,
    endpoint,
    vantagePoints,
  }: { inventory: Inventory; endpoint: Endpoint; vantagePoints: readonly VantagePoint[] },
): Fact<readonly VantagePath[]> {
  if (!probes.known) return probes;
  if (probes.value.every(({ securityGroups }) => securityGroups === undefined)) return NONE;
  const own = probes.value.flatMap(({ vantagePoint, securityGroups }): readonly VantagePoint[] => {
    const place = vantagePoints.find(({ id }) => id === vantagePoint);
    if (place === undefined || securityGroups === undefined) return [];
    return [{ ...place, identity: 'own', securityGroups, addresses: [] }];
  });
  return own.length === 0 ? NONE : pathsOf(inventory, endpoint, own);
}
