import type { Fact } from '../model/fact.ts';
import type { Inventory, Route, RouteTable } from '../model/inventory.ts';
import { oncePer } from './once-per.ts';
import { prefixRanges } from './prefix-ranges.ts';
import { readSpan, type Span } from './read-span.ts';

/** A route to one range. One to a prefix list is as many as the list has ranges. */
export type ReadRoute = Route & { readonly range: Span; readonly origin: 'static' | 'prefix-list' | 'propagated' };

/** A table's routes, those that win first; and those to prefix lists whose ranges are not known, with the reason. */
export type ReadRoutes = {
  readonly byRange: readonly ReadRoute[];
  readonly unread: readonly { readonly route: Route; readonly reason: string }[];
};

const ORDER: Readonly<Record<ReadRoute['origin'], number>> = { static: 0, 'prefix-list': 1, propagated: 2 };

const readerOf = oncePer((lists: Inventory['prefixLists']) => oncePer((table: RouteTable) => read(table, lists)));

/**
 * Reads a table: the longest prefix first; of equals the static route, then that of a prefix list, then the propagated
 * one (AWS, *How route priority works*). A virtual private gateway's routes count as propagated.
 */
export function readRoutes(table: RouteTable, lists: Inventory['prefixLists']): ReadRoutes {
  return readerOf(lists)(table);
}

function read({ routes }: RouteTable, lists: Inventory['prefixLists']): ReadRoutes {
  const ranges = routes.map((route) => ({ route, spans: spansOf(route, lists) }));
  return {
    byRange: ranges
      .flatMap(({ route, spans }) => (spans.known ? spans.value.map(readRoute(route)) : []))
      .toSorted(first),
    unread: ranges.flatMap(({ route, spans }) => (spans.known ? [] : [{ route, reason: spans.reason }])),
  };
}

function spansOf({ destination }: Route, lists: Inventory['prefixLists']): Fact<readonly Span[]> {
  const span = readSpan(destination);
  return span === null ? prefixRanges(lists, destination) : { known: true, value: [span] };
}

function readRoute(route: Route): (range: Span) => ReadRoute {
  const list = readSpan(route.destination) === null;
  const origin = route.target.startsWith('vgw-') ? 'propagated' : list ? 'prefix-list' : 'static';
  return (range) => ({ ...route, range, origin });
}

function first(a: ReadRoute, b: ReadRoute): number {
  return b.range.prefix - a.range.prefix || ORDER[a.origin] - ORDER[b.origin];
}
