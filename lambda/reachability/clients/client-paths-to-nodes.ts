import type { ClientPath, Declared } from '../../model/evidence.ts';
import { type Fact, known, unknown } from '../../model/fact.ts';
import type { Inventory, Listener, LoadBalancer, LoadBalancerZone } from '../../model/inventory.ts';
import { EPHEMERAL } from '../ephemeral.ts';
import { present } from '../present.ts';
import type { ClientRange } from './client-range.ts';
import { clientRanges } from './client-ranges.ts';
import { clientsAtNetworkAcl } from './clients-at-network-acl.ts';
import { clientsAtSecurityGroups } from './clients-at-security-groups.ts';
import { clientsOverInternet } from './clients-over-internet.ts';
import { placeIn } from './place-in.ts';

/**
 * The way of clients to each node of a load balancer, on each TCP port that it listens on or should, by zone, port and
 * range of clients. Answers go to any port from 1024 up, since clients are of every kind
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html). Where anybody will do, one family will: what
 * is internal may well be used by IPv4 alone, whatever it speaks. Unknown where its listeners are.
 */
export function clientPathsToNodes(
  inventory: Inventory,
  loadBalancer: LoadBalancer,
  declared: Declared | null,
): Fact<readonly ClientPath[]> {
  if (loadBalancer.type === 'gateway') return known([]);
  const listeners = inventory.listeners[loadBalancer.arn] ?? unknown('not-asked', 'nobody asked for its listeners');
  if (!listeners.known) return listeners;
  const clients = clientRanges(inventory, loadBalancer, declared);
  if (!clients.known) return clients;
  const ports = [...new Set([...listeners.value.flatMap(portOverTcp), ...(declared?.ports ?? [])])];
  const paths = loadBalancer.zones.flatMap((zone) =>
    ports.flatMap((port) => clients.value.map((range) => pathTo(inventory, loadBalancer, zone, port, range))),
  );
  const anybody = loadBalancer.scheme === 'internal' && clients.value.every((range) => range.declared === null);
  return known(anybody ? ofOneFamily(paths) : paths);
}

/** By port: the paths of the families for which it is not closed in every zone; of the first where it is for all. */
function ofOneFamily(paths: readonly ClientPath[]): readonly ClientPath[] {
  const chosen = [...Map.groupBy(paths, ({ port }) => port).values()].flatMap((ofPort) => {
    const families = [...Map.groupBy(ofPort, ({ admit }) => admit.join()).values()];
    const open = families.filter((same) => same.some(({ hops }) => hops.every(({ decision }) => decision !== 'deny')));
    return (open.length > 0 ? open : families.slice(0, 1)).flat();
  });
  return paths.filter((path) => chosen.includes(path));
}

/** UDP and QUIC are not judged; `TCP_UDP` and `TCP_QUIC` take TCP too. */
function portOverTcp({ protocol, port }: Listener): readonly number[] {
  return protocol === 'UDP' || protocol === 'QUIC' ? [] : [port];
}

function pathTo(
  inventory: Inventory,
  loadBalancer: LoadBalancer,
  { zone, subnetId }: LoadBalancerZone,
  port: number,
  clients: ClientRange,
): ClientPath {
  const at = placeIn(inventory, loadBalancer, subnetId, clients.range);
  const { entry, answer } = clientsOverInternet(inventory, loadBalancer, at, clients);
  const hops = [
    ...entry,
    ...present(clientsAtNetworkAcl(inventory, 'ingress', at, clients, { from: port, to: port })),
    ...present(clientsAtSecurityGroups(inventory, { at, clients, port, through: null })),
    ...present(clientsAtNetworkAcl(inventory, 'egress', at, clients, EPHEMERAL)),
    ...answer,
  ];
  return { ...{ zone, subnetId, port, hops }, clients: clients.declared, admit: clients.admit };
}
