import type { Cidr } from '../../model/address.ts';
import type { Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type {
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
} from '../../model/network.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { acrossRange } from '../across-range.ts';
import { addressName } from '../address-name.ts';
import { inSpan } from '../in-span.ts';
import type { Located } from '../locate.ts';
import { oncePer } from '../once-per.ts';
import { readSpan, type Span } from '../read-span.ts';
import { find } from './find.ts';

/** What the table says, and the attachment that packets leave by; null where there is none, or that is not known. */
export type TableJudgement = { readonly hop: Hop; readonly attachmentId: string | null };
type ReadRoute = TransitGatewayRoute & { readonly range: Span };
type Ruling = Pick<Hop, 'decision' | 'line' | 'why'> & { readonly attachmentId: string | null };

const routesOf = oncePer((routes: readonly TransitGatewayRoute[]) =>
  routes.flatMap(readRoute).toSorted((a, b) => b.range.prefix - a.range.prefix || rank(a) - rank(b)),
);

/**
 * Judges the transit gateway route table that an attachment is associated with: the longest prefix decides (AWS, *How
 * transit gateways work*, *route evaluation order*). Of equals the blackhole, which is static, and static routes win.
 */
export function judgeTransitGatewayTable(
  inventory: Inventory,
  gateway: TransitGateway,
  entry: TransitGatewayAttachment,
  to: Located,
): TableJudgement {
  const kind = 'transit-gateway-route' as const;
  const id = entry.routeTableId;
  if (id === null) return { hop: { kind, resource: gateway.id, ...withoutTable(gateway, entry) }, attachmentId: null };
  const table = find(inventory.transitGatewayRouteTables, 'transit gateway route tables', id);
  const all = table.known ? readOf(table.value) : table;
  if (!all.known) return { hop: { kind, resource: id, decision: 'unknown', why: all.reason }, attachmentId: null };
  const routes = routesOf(all.value);
  const left = new Set<string | null>();
  const hop = acrossRange(
    to.range,
    () => routes.map(({ range }) => range),
    (piece) => {
      const { attachmentId, ...ruling } = rulingOf(routes, piece, id, to);
      left.add(attachmentId);
      return { kind, resource: id, ...ruling };
    },
  );
  const [attachmentId = null] = left;
  if (left.size < 2) return { hop, attachmentId };
  const why = `it depends on the address, which is not known: by ${id}, not all of ${addressName(to.cidr)} takes one way`;
  return { hop: { kind, resource: id, decision: 'unknown', why }, attachmentId: null };
}

function withoutTable(gateway: TransitGateway, { id, resourceOwnerId }: TransitGatewayAttachment) {
  if (gateway.ownerId === resourceOwnerId) {
    return { decision: 'deny' as const, why: `${id} is associated with no route table of ${gateway.id}` };
  }
  const why = `the route table of ${id} is not known: ${gateway.id} belongs to account ${gateway.ownerId}`;
  return { decision: 'unknown' as const, why };
}

function readOf({ id, routes }: TransitGatewayRouteTable): TransitGatewayRouteTable['routes'] {
  return routes.known ? routes : { ...routes, reason: whyUnknown(`the routes of ${id}`, routes) };
}

function readRoute(route: TransitGatewayRoute): ReadRoute[] {
  const range = readSpan(route.destination);
  return range === null ? [] : [{ ...route, range }];
}

function rank({ state }: TransitGatewayRoute): number {
  return state === 'blackhole' ? 0 : 1;
}

function rulingOf(routes: readonly ReadRoute[], piece: Cidr, id: string, to: Located): Ruling {
  const best = routes.find((route) => inSpan(route.range, piece));
  if (best === undefined) {
    return { decision: 'deny', why: `${id} has no route to ${addressName(to.cidr)}`, attachmentId: null };
  }
  const line = best.destination;
  const route = `route ${line} of ${id}`;
  if (best.state === 'blackhole') return { decision: 'deny', line, why: `${route} is a blackhole`, attachmentId: null };
  const equals = routes.filter((one) => one.range.prefix === best.range.prefix && inSpan(one.range, piece));
  const ways = [...new Set(equals.flatMap(({ attachmentIds }) => attachmentIds))];
  const [attachmentId, ...others] = ways;
  if (attachmentId === undefined || others.length > 0 || best.state !== 'active') {
    const why = `${route} is ${best.state} and names ${ways.join(' and ') || 'no attachment'}: by which it leads is not known`;
    return { decision: 'unknown', line, why, attachmentId: null };
  }
  return { decision: 'allow', line, why: `${route} leads to ${attachmentId}`, attachmentId };
}
