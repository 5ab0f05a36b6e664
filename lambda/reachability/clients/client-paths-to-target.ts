import type { Endpoint } from '../../model/endpoint.ts';
import type { ClientPath, Declared } from '../../model/evidence.ts';
import { type Fact, known, unknown } from '../../model/fact.ts';
import type { Hop } from '../../model/flow.ts';
import type { Inventory, LoadBalancer, TargetGroup } from '../../model/inventory.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { EPHEMERAL } from '../ephemeral.ts';
import { type Located, locate } from '../locate.ts';
import { oncePer } from '../once-per.ts';
import { present } from '../present.ts';
import { judgeRoute } from '../route-table.ts';
import { stationAt } from '../station-at.ts';
import { preservesClient } from '../way/preserves-client.ts';
import type { ClientRange } from './client-range.ts';
import { clientRanges } from './client-ranges.ts';
import { clientsAtNetworkAcl } from './clients-at-network-acl.ts';
import { clientsAtSecurityGroups } from './clients-at-security-groups.ts';
import { except } from './except.ts';
import { placeIn } from './place-in.ts';
import { rangesOfNodes } from './ranges-of-nodes.ts';
import { rangesOfSubnet } from './ranges-of-subnet.ts';

/** What is dialled, and whose clients come to it with their own addresses. */
export type Preserved = {
  readonly endpoint: Endpoint;
  readonly loadBalancer: LoadBalancer;
  readonly targetGroup: TargetGroup;
  readonly declared: Declared | null;
};

const NONE: Fact<readonly ClientPath[]> = known([]);

/**
 * The way of clients whose address is preserved to a target, from each of the load balancer's nodes that sends to it;
 * empty where it sees the load balancer's own address. Answers find back by the node, so routes are those to it. The load
 * balancer's own subnets are left out of the clients' ranges, as far as that leaves any: rules that admit its health
 * checks are not meant for clients. Where nothing is declared of an internal one's clients, they may stand beside its
 * nodes, as in a VPC whose few private subnets hold everything: then only its nodes, and subnets in which no client may
 * stand, are left out.
 */
export function clientPathsToTarget(inventory: Inventory, preserved: Preserved): Fact<readonly ClientPath[]> {
  const preserves = preservedAt(preserved);
  if (!preserves.known) return preserves;
  const { endpoint, loadBalancer, declared } = preserved;
  const station = preserves.value ? stationAt(inventory, endpoint.address ?? '', loadBalancer.vpcId) : null;
  const at = station === null ? null : locate(inventory, station);
  if (at === null) return NONE;
  const clients = clientsBehind(inventory)(loadBalancer)(declared ?? NOTHING_DECLARED);
  if (!clients.known) return clients;
  // Between IPv4 and IPv6 addresses are translated, and none is preserved.
  const alike = clients.value.filter(({ range }) => range.family === at.range.family);
  return known(alike.flatMap((one) => pathsFrom(inventory, preserved, at, one)));
}

/** Whether traffic comes to it with the clients' addresses. A registered load balancer has clients of its own. */
function preservedAt({ endpoint, loadBalancer, targetGroup }: Preserved): Fact<boolean> {
  if (endpoint.purpose !== 'traffic' || targetGroup.targetType === 'alb') return known(false);
  const { preserves, assumption } = preservesClient(loadBalancer, targetGroup);
  const { attributes, name } = targetGroup;
  if (assumption === null || attributes.known) return known(preserves);
  return unknown('failed', whyUnknown(`the attributes of target group ${name}`, attributes));
}

const NOTHING_DECLARED: Declared = { ports: [], clients: [] };

/** All targets of a load balancer have the same clients. */
const clientsBehind = oncePer((inventory: Inventory) =>
  oncePer((loadBalancer: LoadBalancer) =>
    oncePer((declared: Declared): Fact<readonly ClientRange[]> => {
      const clients = clientRanges(inventory, loadBalancer, declared);
      if (!clients.known) return clients;
      const subnets = loadBalancer.zones.flatMap(({ subnetId }) => rangesOfSubnet(inventory, subnetId));
      const nodes = rangesOfNodes(inventory, loadBalancer);
      return known(
        clients.value.map((one) => {
          const beside = one.declared === null && !one.overInternet;
          return except(one, beside ? nodes : subnets, loadBalancer.arn) ?? one;
        }),
      );
    }),
  ),
);

function pathsFrom(
  inventory: Inventory,
  { endpoint, loadBalancer }: Preserved,
  at: Located,
  clients: ClientRange,
): readonly ClientPath[] {
  const { port } = endpoint;
  const groups = clientsAtSecurityGroups(inventory, { at, clients, port, through: loadBalancer.securityGroups });
  return loadBalancer.zones
    .filter(({ zone }) => endpoint.vantagePoints.includes(`${loadBalancer.name}@${zone}`))
    .map(({ zone, subnetId }) => {
      const request = { from: port, to: port };
      const beside = subnetId === at.subnetId;
      const hops = [
        ...present(beside ? null : clientsAtNetworkAcl(inventory, 'ingress', at, clients, request)),
        ...present(groups),
        ...present(beside ? null : clientsAtNetworkAcl(inventory, 'egress', at, clients, EPHEMERAL)),
        ...present(beside ? null : routeBack(inventory, at, loadBalancer, subnetId)),
      ];
      return { ...{ zone, subnetId, port, hops }, clients: clients.declared, admit: clients.admit };
    });
}

/** Null where the node's subnet was not read, or the target is in none of ours. */
function routeBack(inventory: Inventory, at: Located, loadBalancer: LoadBalancer, subnetId: string): Hop | null {
  const [range] = rangesOfSubnet(inventory, subnetId).filter(({ family }) => family === at.range.family);
  if (range === undefined || at.outside) return null;
  return judgeRoute(inventory, at, placeIn(inventory, loadBalancer, subnetId, range)).hop;
}
