import type { EndpointContext } from '../model/evidence.ts';

/** The zones of some of the places (`VantagePoint.id`) of an endpoint; null where they are all of its places. */
export function zonesOf(
  places: readonly string[],
  { vantagePoints }: Pick<EndpointContext, 'vantagePoints'>,
): readonly string[] | null {
  if (vantagePoints.every(({ id }) => places.includes(id))) return null;
  const zones = vantagePoints.flatMap(({ id, zone }) => (places.includes(id) && zone !== null ? [zone] : []));
  return zones.length === 0 ? null : [...new Set(zones)];
}
