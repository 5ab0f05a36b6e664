import type { VantagePoint } from '../model/endpoint.ts';
import type { VantagePath } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Flow, Hop, Station } from '../model/flow.ts';
import { STATIONS, type StationName } from './stations.ts';
import { strayHops } from './stray-hops.ts';

/** What one station of the way does with the flow from one vantage point. */
export type StationHop = { readonly vantagePoint: VantagePoint; readonly flow: Flow; readonly hop: Hop };

/** Every station's hops, by the station's name. A station that a path does not cross has none. */
export type StationFacts = { readonly [S in StationName]: readonly StationHop[] };

/**
 * Cuts judged paths into one fact per station, so that an unread network ACL leaves the security groups' verdicts
 * standing. Only the paths from `ailing` (`VantagePoint.id`) are looked at. A gateway that does not carry what a route leads to
 * it counts as that route's. A hop that is unknown is an unknown fact,
 * unless the same station is known to deny elsewhere.
 */
export function stationFacts(
  paths: Fact<readonly VantagePath[]>,
  ailing: readonly string[],
): { readonly [S in StationName]: Fact<readonly StationHop[]> } {
  const met = paths.known ? stationsMet(paths.value, ailing) : null;
  const facts = Object.keys(STATIONS).map((name) => [name, met === null ? paths : stationFact(met.get(name) ?? [])]);
  return Object.fromEntries(facts);
}

/** What the paths from `ailing` meet, by station. */
function stationsMet(paths: readonly VantagePath[], ailing: readonly string[]) {
  const met = new Map<string, StationHop[]>();
  for (const { vantagePoint, path } of paths) {
    if (!ailing.includes(vantagePoint.id)) continue;
    const { flow } = path;
    meet(met, 'forward', path.forward, { vantagePoint, flow, to: flow.destination });
    meet(met, 'return', path.return, { vantagePoint, flow, to: flow.source });
  }
  return met;
}

function meet(
  met: Map<string, StationHop[]>,
  way: 'forward' | 'return',
  half: readonly Hop[],
  { to, ...from }: Omit<StationHop, 'hop'> & { readonly to: Station },
): void {
  const add = (station: string, hop: Hop) => {
    const hops = met.get(station);
    if (hops === undefined) met.set(station, [{ ...from, hop }]);
    else hops.push({ ...from, hop });
  };
  for (const hop of half) add(`${way}:${hop.kind}`, hop);
  for (const hop of strayHops(half, to)) add(`${way}:route`, hop);
}

function stationFact(hops: readonly StationHop[]): Fact<readonly StationHop[]> {
  const unread = hops.find(({ hop }) => hop.decision === 'unknown');
  const denied = hops.some(({ hop }) => hop.decision === 'deny');
  return unread === undefined || denied ? known(hops) : unknown('failed', unread.hop.why);
}
