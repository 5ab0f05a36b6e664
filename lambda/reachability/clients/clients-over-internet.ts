import type { Hop } from '../../model/flow.ts';
import type { Inventory, LoadBalancer, Route, RouteTable } from '../../model/inventory.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { judgeBlockPublicAccess } from '../gateway/block-public-access.ts';
import type { Located } from '../locate.ts';
import { present } from '../present.ts';
import { readRoutes } from '../read-routes.ts';
import { judgeRoute } from '../route-table.ts';
import { subnetAssociation } from '../subnet-association.ts';
import { anyClient } from './any-client.ts';
import { clientPeer } from './client-peer.ts';
import type { ClientRange } from './client-range.ts';
import { piecesOf } from './pieces-of.ts';
import { remembered } from './remembered.ts';

const tableOf = subnetAssociation<RouteTable>('route tables', (table) => table.main);

/** How clients come in from the internet, and how answers find out to it; nothing where they come another way. */
export type OverInternet = { readonly entry: readonly Hop[]; readonly answer: readonly Hop[] };

/**
 * An internet-facing load balancer's node is reached by the internet gateway of its VPC, which its subnet's routes lead to
 * as well (ELB, *Clients cannot connect to an internet-facing load balancer*), unless block public access stops it.
 */
export function clientsOverInternet(
  inventory: Inventory,
  { vpcId }: LoadBalancer,
  at: Located,
  clients: ClientRange,
): OverInternet {
  if (!clients.overInternet) return { entry: [], answer: [] };
  const gateway = gatewayHop(inventory, vpcId);
  const entry = [gateway, ...judgeBlockPublicAccess(inventory, at, 'in').hops];
  // Without a gateway there is nothing that a route could lead to.
  return { entry, answer: gateway.decision === 'deny' ? [] : present(routeHop(inventory, vpcId, at, clients)) };
}

function gatewayHop({ internetGateways }: Inventory, vpcId: string): Hop {
  const kind = 'internet-gateway' as const;
  if (!internetGateways.known) {
    return { kind, resource: vpcId, decision: 'unknown', why: whyUnknown('internet gateways', internetGateways) };
  }
  const gateway = internetGateways.value.find(({ egressOnly, vpcIds }) => !egressOnly && vpcIds.includes(vpcId));
  if (gateway === undefined) {
    return { kind, resource: vpcId, decision: 'deny', why: `no internet gateway is attached to ${vpcId}` };
  }
  return { kind, resource: gateway.id, decision: 'allow', why: `${gateway.id} is attached to ${vpcId}` };
}

function routeHop(inventory: Inventory, vpcId: string, at: Located, clients: ClientRange): Hop | null {
  return remembered(inventory, ['route', at.subnetId, vpcId, clients.key], () => {
    const table = tableOf(inventory.routeTables, at);
    const routes = table.known ? readRoutes(table.value, inventory.prefixLists).byRange : [];
    return anyClient(
      piecesOf(
        clients,
        routes.map(({ range }) => range),
      ),
      (piece) => {
        const { hop, route } = judgeRoute(inventory, at, clientPeer(inventory, clients, piece));
        return hop.decision !== 'allow' || route === null ? hop : throughGateway(inventory, vpcId, hop, route);
      },
    );
  });
}

/** What a firewall's endpoint or a middlebox does with answers is for it to say; what else is no internet gateway loses them. */
function throughGateway({ internetGateways }: Inventory, vpcId: string, hop: Hop, { target }: Route): Hop {
  if (target.startsWith('vpce-')) {
    return { ...hop, decision: 'unknown', why: `${hop.why}, and what lies behind that is not judged` };
  }
  if (!target.startsWith('igw-')) return { ...hop, decision: 'deny', why: `${hop.why}, which is no internet gateway` };
  const gateway = internetGateways.known ? internetGateways.value.find(({ id }) => id === target) : undefined;
  if (gateway === undefined || gateway.vpcIds.includes(vpcId)) return hop;
  return { ...hop, decision: 'deny', why: `${hop.why}, which is not attached to ${vpcId}` };
}
