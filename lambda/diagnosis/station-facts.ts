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
  const facts = Object.keys(STATIONS).map((name) => [name, stationFact(name, paths, ailing)]);
  return Object.fromEntries(facts);
}

function stationFact(
  name: string,
  paths: Fact<readonly VantagePath[]>,
  ailing: readonly string[],
): Fact<readonly StationHop[]> {
  if (!paths.known) return paths;
  const hops = paths.value
    .filter(({ vantagePoint }) => ailing.includes(vantagePoint.id))
    .flatMap((path) => hopsAt(name, path));
  const unread = hops.find(({ hop }) => hop.decision === 'unknown');
  const denied = hops.some(({ hop }) => hop.decision === 'deny');
  return unread === undefined || denied ? known(hops) : unknown('failed', unread.hop.why);
}

function hopsAt(name: string, { vantagePoint, path }: VantagePath): readonly StationHop[] {
  const onTheWay = [
    ...path.forward.map((hop) => ({ hop, station: `forward:${hop.kind}` })),
    ...path.return.map((hop) => ({ hop, station: `return:${hop.kind}` })),
  ];
  return onTheWay.filter(({ station }) => station === name).map(({ hop }) => ({ vantagePoint, flow: path.flow, hop }));
}
