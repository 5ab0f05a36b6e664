import { type Cidr, contains, parseCidr } from '../model/address.ts';
import { type Fact, known } from '../model/fact.ts';
import type { Route, RouteTable } from '../model/inventory.ts';
import type { Need } from './ids-to-ask-for.ts';

type ReadRoute = Route & { readonly range: Cidr };

/** What routes lead to, and the prefix lists that they are written with. */
export type Ways = { readonly targets: Need; readonly prefixLists: Need };

/**
 * Where the routes to these destinations lead, by the longest prefix in each table; with `all`, where any route leads.
 * A route to a prefix list may win over a shorter one, though not over `local`, except with a middlebox as its target
 * (VPC user guide, *Route priority*). A blackhole leads nowhere, whatever stands behind it.
 */
export function waysOf(tables: Fact<readonly RouteTable[]>, destinations: readonly Cidr[] | 'all'): Fact<Ways> {
  if (!tables.known) return tables;
  const named = tables.value.flatMap((table) => table.routes);
  const needed = destinations === 'all' ? named : tables.value.flatMap((table) => routesTo(table, destinations));
  return known({
    targets: {
      needed: distinct(needed.filter(decides(destinations)).map(targetOf)),
      named: distinct(named.map(targetOf)),
    },
    prefixLists: { needed: distinct(needed.flatMap(listOf)), named: distinct(named.flatMap(listOf)) },
  });
}

function routesTo({ routes }: RouteTable, destinations: readonly Cidr[]): readonly Route[] {
  const byRange = routes.flatMap(withRange).toSorted((a, b) => b.range.prefix - a.range.prefix);
  const byList = routes.filter((route) => listOf(route).length > 0);
  const taken = destinations.flatMap((destination) => {
    const best = byRange.find(({ range }) => contains(range, destination));
    return [...(best === undefined ? [] : [best]), ...byList.filter((route) => mayPrecede(route, best))];
  });
  return [...new Set(taken)].filter((route) => route.state !== 'blackhole');
}

function withRange(route: Route): readonly ReadRoute[] {
  const range = parseCidr(route.destination);
  return range === null ? [] : [{ ...route, range }];
}

function mayPrecede(list: Route, best: Route | undefined): boolean {
  return best?.target !== 'local' || /^(eni|i|nat)-/.test(list.target);
}

/**
 * A list that leads to an endpoint is a gateway endpoint's, with AWS's own public addresses, or leads to an appliance, of
 * which nothing is known either way: the list alone tells whether the endpoint is on the way.
 */
function decides(destinations: readonly Cidr[] | 'all'): (route: Route) => boolean {
  return (route) => destinations === 'all' || listOf(route).length === 0 || !route.target.startsWith('vpce-');
}

function targetOf({ target }: Route): string {
  return target;
}

function listOf({ destination }: Route): readonly string[] {
  return destination.startsWith('pl-') ? [destination] : [];
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
