import type { VantagePoint } from '../model/endpoint.ts';
import type { VantagePath } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Flow, Hop } from '../model/flow.ts';
import { STATIONS, type StationName } from './stations.ts';

/** What one station of the way does with the flow from one vantage point. */
export type StationHop = { readonly vantagePoint: VantagePoint; readonly flow: Flow; readonly hop: Hop };

/** Every station's hops, by the station's name. A station that a path does not cross has none. */
export type StationFacts = { readonly [S in StationName]: readonly StationHop[] };

/**
 * Cuts judged paths into one fact per station, so that an unread network ACL leaves the security groups' verdicts
 * standing. Only the paths from `ailing` (`VantagePoint.id`) are looked at. A hop that is unknown is an unknown fact,
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
    for (const hop of path.forward) meet(met, `forward:${hop.kind}`, { vantagePoint, flow: path.flow, hop });
    for (const hop of path.return) meet(met, `return:${hop.kind}`, { vantagePoint, flow: path.flow, hop });
  }
  return met;
}

function meet(met: Map<string, StationHop[]>, station: string, hop: StationHop): void {
  const hops = met.get(station);
  if (hops === undefined) met.set(station, [hop]);
  else hops.push(hop);
}

function stationFact(hops: readonly StationHop[]): Fact<readonly StationHop[]> {
  const unread = hops.find(({ hop }) => hop.decision === 'unknown');
  const denied = hops.some(({ hop }) => hop.decision === 'deny');
  return unread === undefined || denied ? known(hops) : unknown('failed', unread.hop.why);
}
