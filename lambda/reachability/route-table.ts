import type { Cidr } from '../model/address.ts';
import type { Hop } from '../model/flow.ts';
import type { Inventory, Route, RouteTable } from '../model/inventory.ts';
import { acrossRange } from './across-range.ts';
import { addressName } from './address-name.ts';
import { inSpan } from './in-span.ts';
import { isSingle } from './is-single.ts';
import type { Located } from './locate.ts';
import { type ReadRoute, type ReadRoutes, readRoutes } from './read-routes.ts';
import { subnetAssociation } from './subnet-association.ts';

/** What a table says of a destination: the hop, and the route that takes it; null where none does, or that is not known. */
export type RouteJudgement = { readonly hop: Hop; readonly route: Route | null };
type Ruling = Pick<Hop, 'decision' | 'line' | 'why'>;

/** Why what lies behind a target cannot be told, by the prefix of its id. Other targets have hops of their own. */
const BEYOND: Readonly<Record<string, string>> = {
  eni: 'is a middlebox, which may drop or rewrite what it gets',
  i: 'is a middlebox, which may drop or rewrite what it gets',
  vgw: 'leads out by VPN or Direct Connect, of which the inventory knows nothing',
  lgw: 'leads out by a local gateway, which is not judged',
  cagw: 'leads out by a carrier gateway, which is not judged',
};
const JUDGED = ['local', 'pcx', 'tgw', 'nat', 'igw', 'eigw', 'vpce'];

const tableOf = subnetAssociation<RouteTable>('route tables', (table) => table.main);

/**
 * Judges the route from the subnet that `at` stands in to `to`: the longest prefix decides, and `local` beats whatever
 * a virtual private gateway propagates (AWS, *How route priority works*). `allow` says only that there is a route to
 * something that can be judged in its turn.
 */
export function judgeRoute(inventory: Inventory, at: Located, to: Located): RouteJudgement {
  const kind = 'route' as const;
  const table = tableOf(inventory.routeTables, at);
  if (!table.known) {
    const resource = at.subnetId ?? addressName(at.cidr);
    return { hop: { kind, resource, decision: 'unknown', why: table.reason }, route: null };
  }
  const { id } = table.value;
  const routes = readRoutes(table.value, inventory.prefixLists);
  const taken = new Map<string, Route>();
  const ranges = () => routes.byRange.map((route) => route.range);
  const hop = acrossRange(to.range, ranges, (piece) => {
    const best = bestRoute(routes.byRange, piece);
    if (best !== undefined) taken.set(best.target, best);
    return { kind, resource: id, ...ruling(routes, best, piece, id, to) };
  });
  const [route = null, ...others] = taken.values();
  if (others.length === 0) return { hop, route: hop.line === undefined || hop.decision === 'deny' ? null : route };
  const targets = `${[...taken.keys()].join(' and ')} share ${addressName(to.cidr)}`;
  const why = `it depends on the address, which is not known: by ${id}, ${targets}`;
  return { hop: { kind, resource: id, decision: 'unknown', why }, route: null };
}

/** What is propagated gives way to `local`, even where it is more specific. */
function bestRoute(routes: readonly ReadRoute[], piece: Cidr): ReadRoute | undefined {
  const matching = routes.filter((route) => inSpan(route.range, piece));
  const best = matching[0];
  if (best === undefined || best.origin !== 'propagated') return best;
  return matching.find((route) => route.target === 'local') ?? best;
}

function ruling(routes: ReadRoutes, best: ReadRoute | undefined, piece: Cidr, id: string, to: Located): Ruling {
  const unread = routes.unread.find(({ route }) => mayPrecede(route, best));
  if (unread !== undefined) {
    const question = `whether route ${unread.route.destination} of ${id} (to ${unread.route.target}) takes ${addressName(to.cidr)}`;
    return { decision: 'unknown', why: `${question} is not known: ${unread.reason}` };
  }
  if (best === undefined) return { decision: 'deny', why: `${id} has no route to ${addressName(to.cidr)}` };
  const rival = rivalOf(routes.byRange, best, piece);
  return rival === undefined ? byTarget(best, id, to) : arbitrary(best, rival, id);
}

/** Of prefix lists that hold the same range, AWS takes one at random and keeps to it (AWS, *How route priority works*). */
function rivalOf(routes: readonly ReadRoute[], best: ReadRoute, piece: Cidr): ReadRoute | undefined {
  if (best.origin !== 'prefix-list') return undefined;
  return routes.find(
    (one) =>
      one.origin === 'prefix-list' &&
      one.target !== best.target &&
      one.range.prefix === best.range.prefix &&
      inSpan(one.range, piece),
  );
}

function arbitrary(best: ReadRoute, rival: ReadRoute, id: string): Ruling {
  const both = `${best.destination} (to ${best.target}) and ${rival.destination} (to ${rival.target})`;
  return { decision: 'unknown', why: `of ${both} in ${id}, which hold the same range, AWS takes one at random` };
}

function byTarget({ destination: line, target, state }: ReadRoute, id: string, to: Located): Ruling {
  const route = `route ${line} of ${id}`;
  if (state === 'blackhole') return { decision: 'deny', line, why: `${route} is a blackhole (${target})` };
  if (state === 'filtered') {
    const why = `${route} (to ${target}) is in state filtered, of which AWS does not say what it lets through`;
    return { decision: 'unknown', line, why };
  }
  if (target === 'local')
    return { decision: 'allow', line, why: `${route} keeps ${addressName(to.cidr)} within the VPC` };
  const prefix = target.slice(0, target.indexOf('-'));
  if (JUDGED.includes(prefix)) return { decision: 'allow', line, why: `${route} leads to ${target}` };
  const beyond = BEYOND[prefix] ?? 'is a kind of target that is not judged';
  return { decision: 'unknown', line, why: `${route} leads to ${target}, which ${beyond}` };
}

/**
 * Whether a route to a prefix list, whose ranges are not known, may be more specific than the best route to a range.
 * Within `local`, AWS accepts more specific routes to an interface, an instance or a NAT gateway only; an endpoint's list
 * there is a gateway endpoint's, which holds public addresses of AWS services.
 */
function mayPrecede(list: Route, best: ReadRoute | undefined): boolean {
  if (best === undefined) return true;
  if (best.target === 'local') return /^(eni|i|nat)-/.test(list.target);
  return !isSingle(best.range) && best.target !== list.target;
}
