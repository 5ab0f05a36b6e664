import type { Cidr } from '../model/address.ts';
import type { Hop } from '../model/flow.ts';
import type { Inventory, Route, RouteTable } from '../model/inventory.ts';
import { acrossRange } from './across-range.ts';
import { addressName } from './address-name.ts';
import { inSpan } from './in-span.ts';
import { isSingle } from './is-single.ts';
import type { Located } from './locate.ts';
import { oncePer } from './once-per.ts';
import { readSpan, type Span } from './read-span.ts';
import { subnetAssociation } from './subnet-association.ts';

type ReadRoute = Route & { readonly range: Span };
type Ruling = Pick<Hop, 'decision' | 'line' | 'why'>;

const tableOf = subnetAssociation<RouteTable>('route tables', (table) => table.main);
const routesOf = oncePer((table: RouteTable) => ({
  byRange: table.routes.flatMap(readRoute).toSorted(mostSpecificFirst),
  byList: table.routes.filter((route) => readSpan(route.destination) === null),
}));

/**
 * Judges the route from the subnet that `at` stands in to `to`: the longest prefix decides, and `local` beats whatever
 * a virtual private gateway propagates (AWS, *How route priority works*). Any other target than `local` is `unknown`,
 * since what lies behind it is not judged. Null where `at` stands outside every subnet.
 */
export function judgeRoute(inventory: Inventory, at: Located, to: Located): Hop | null {
  if (at.outside) return null;
  const kind = 'route' as const;
  const table = tableOf(inventory.routeTables, at);
  if (!table.known) {
    return { kind, resource: at.subnetId ?? addressName(at.cidr), decision: 'unknown', why: table.reason };
  }
  const { id } = table.value;
  const { byRange, byList } = routesOf(table.value);
  const ranges = () => byRange.map((route) => route.range);
  return acrossRange(to.range, ranges, (piece) => {
    const best = bestRoute(byRange, piece);
    const decided = best === undefined ? noRoute(id, to) : ruling(best, id, at, to);
    const list = decided.decision === 'unknown' ? undefined : byList.find((route) => mayPrecede(route, best));
    return { kind, resource: id, ...(list === undefined ? decided : notInInventory(list, id, to)) };
  });
}

function readRoute(route: Route): ReadRoute[] {
  const range = readSpan(route.destination);
  return range === null ? [] : [{ ...route, range }];
}

/** Of two with the same destination, the propagated one gives way to the static one. */
function mostSpecificFirst(a: ReadRoute, b: ReadRoute): number {
  return b.range.prefix - a.range.prefix || Number(isPropagated(a)) - Number(isPropagated(b));
}

function isPropagated({ target }: Route): boolean {
  return target.startsWith('vgw-');
}

function bestRoute(routes: readonly ReadRoute[], piece: Cidr): ReadRoute | undefined {
  const matching = routes.filter((route) => inSpan(route.range, piece));
  const best = matching[0];
  if (best === undefined || !isPropagated(best)) return best;
  return matching.find((route) => route.target === 'local') ?? best;
}

function noRoute(id: string, to: Located): Ruling {
  return { decision: 'deny', why: `${id} has no route to ${addressName(to.cidr)}` };
}

function ruling(route: ReadRoute, id: string, at: Located, to: Located): Ruling {
  const line = route.destination;
  if (route.target === 'local') return { line, ...localRuling(line, id, at, to) };
  const { target, state } = route;
  if (state === 'blackhole')
    return { decision: 'deny', line, why: `route ${line} of ${id} is a blackhole (${target})` };
  const way = /^(eni|i|vpce)-/.test(target) ? `leads through ${target}` : `leaves the VPC through ${target}`;
  const note = state === 'active' ? '' : ` (state ${state})`;
  return { decision: 'unknown', line, why: `route ${line} of ${id} ${way}${note}: what lies beyond is not judged` };
}

/** Routers keep what is local within the VPC, so it reaches neither an address that no subnet holds nor another VPC. */
function localRuling(line: string, id: string, at: Located, to: Located): Omit<Ruling, 'line'> {
  const keeps = `route ${line} of ${id} keeps ${addressName(to.cidr)} within the VPC`;
  if (to.outside) return { decision: 'unknown', why: `${keeps}, where no subnet of the inventory holds it` };
  if (at.vpc.known && to.vpc.known && at.vpc.value !== to.vpc.value) {
    return { decision: 'deny', why: `${keeps} ${at.vpc.value}, but it is meant for ${to.vpc.value}` };
  }
  return { decision: 'allow', why: keeps };
}

/**
 * Whether a route to a prefix list, whose entries are not known, may be more specific than the best route to a range.
 * Within `local`, AWS accepts more specific routes to an interface, an instance or a NAT gateway only; an endpoint's list
 * there is a gateway endpoint's, which holds public addresses of AWS services.
 */
function mayPrecede(list: Route, best: ReadRoute | undefined): boolean {
  if (best === undefined) return true;
  if (best.target === 'local') return /^(eni|i|nat)-/.test(list.target);
  return !isSingle(best.range);
}

function notInInventory(list: Route, id: string, to: Located): Ruling {
  const question = `whether route ${list.destination} of ${id} (to ${list.target}) takes ${addressName(to.cidr)}`;
  return { decision: 'unknown', why: `${question} is not known: the list's entries are not in the inventory` };
}
