import type { ClientPath, LoadBalancerContext } from '../model/evidence.ts';
import type { Hop } from '../model/flow.ts';
import type { ClientHop } from './client-station-facts.ts';

/** What turns clients away: its hop at the first place, the paths that it closes, and their zones; null: all. */
export type ClientBlockage = {
  readonly hop: Hop;
  readonly paths: readonly ClientPath[];
  readonly zones: readonly string[] | null;
};

/** What turns clients away at a station: one for each line, or resource without one, whatever the ports and zones. */
export function clientBlockages(
  hops: readonly ClientHop[],
  { loadBalancer }: Pick<LoadBalancerContext, 'loadBalancer'>,
): readonly ClientBlockage[] {
  const denied = hops.filter(({ hop }) => hop.decision === 'deny');
  const lines = Map.groupBy(denied, ({ hop: { kind, resource, line } }) => JSON.stringify([kind, resource, line]));
  return [...lines.values()].flatMap((same) =>
    same.slice(0, 1).map(({ hop }) => {
      const paths = same.map(({ path }) => path);
      return { hop, paths, zones: zonesOf(paths, loadBalancer.zones.length) };
    }),
  );
}

function zonesOf(paths: readonly ClientPath[], all: number): readonly string[] | null {
  const zones = [...new Set(paths.flatMap(({ zone }) => zone ?? []))];
  return zones.length === all ? null : zones;
}
