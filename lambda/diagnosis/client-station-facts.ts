import type { ClientPath } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Hop, HopKind } from '../model/flow.ts';
import type { ClientStationName } from './client-stations.ts';

/** What one station does with the clients of one zone, port and range. */
export type ClientHop = { readonly path: ClientPath; readonly hop: Hop };

/** Every station's hops, by the station's name. A station that no path crosses has none. */
export type ClientStationFacts = { readonly [S in ClientStationName]: readonly ClientHop[] };

const KINDS: Readonly<Record<ClientStationName, readonly HopKind[]>> = {
  'clients:internet': ['internet-gateway', 'block-public-access', 'route'],
  'clients:network-acl': ['network-acl-ingress', 'network-acl-egress'],
  'clients:security-group': ['security-group-ingress'],
};

/**
 * Cuts the clients' paths into one fact per station, so that an unread network ACL leaves the security groups' verdicts
 * standing. A hop that is unknown is an unknown fact, unless the same station is known to deny elsewhere.
 */
export function clientStationFacts(paths: Fact<readonly ClientPath[]>): {
  readonly [S in ClientStationName]: Fact<readonly ClientHop[]>;
} {
  return {
    'clients:internet': stationFact('clients:internet', paths),
    'clients:network-acl': stationFact('clients:network-acl', paths),
    'clients:security-group': stationFact('clients:security-group', paths),
  };
}

function stationFact(name: ClientStationName, paths: Fact<readonly ClientPath[]>): Fact<readonly ClientHop[]> {
  if (!paths.known) return paths;
  const hops = paths.value.flatMap((path) =>
    path.hops.filter(({ kind }) => KINDS[name].includes(kind)).map((hop) => ({ path, hop })),
  );
  const unread = hops.find(({ hop }) => hop.decision === 'unknown');
  const denied = hops.some(({ hop }) => hop.decision === 'deny');
  if (unread === undefined || denied) return known(hops);
  return unknown('failed', unread.hop.why);
}
