import type { Cidr } from '../model/address.ts';
import type { Fact } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import { isPrivate } from './is-private.ts';
import { oncePer } from './once-per.ts';
import { readSpan, type Span } from './read-span.ts';

const bordersOf = oncePer((inventory: Inventory) => {
  const texts = new Set([...ruleRanges(inventory), ...tableRanges(inventory), ...placeRanges(inventory)]);
  const spans = [...texts].map(readSpan).filter((span) => span !== null);
  return { 4: bordersIn(spans, 4), 6: bordersIn(spans, 6) };
});

/**
 * In which class an address is: no range that the inventory speaks of, in any line, tells two addresses of one class apart.
 * The key means something within this inventory only.
 */
export function addressClass(inventory: Inventory, { family, value, ...range }: Cidr): string {
  const borders = bordersOf(inventory)[family];
  return `${family} ${countUpTo(borders, value)} ${isPrivate({ family, value, ...range })}`;
}

/** Where a range begins, and the first address behind one, ascending. */
function bordersIn(spans: readonly Span[], family: Cidr['family']): readonly bigint[] {
  const borders = spans.filter((span) => span.family === family).flatMap(({ value, last }) => [value, last + 1n]);
  return [...new Set(borders)].sort((a, b) => (a < b ? -1 : 1));
}

/** How many of the borders are not above a value. */
function countUpTo(borders: readonly bigint[], value: bigint): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((borders[middle] ?? value) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function ruleRanges({ securityGroupRules, networkAcls, prefixLists }: Inventory): readonly string[] {
  return [
    ...valuesOf(securityGroupRules).flatMap(({ peer }) => (peer.kind === 'cidr' ? [peer.cidr] : [])),
    ...valuesOf(networkAcls).flatMap(({ entries }) => entries.map(({ cidr }) => cidr)),
    ...valuesOf(prefixLists).flatMap(({ cidrs }) => valuesOf(cidrs)),
  ];
}

/** Destinations that are prefix lists' ids are no ranges, and fall out where ranges are read. */
function tableRanges({ routeTables, transitGatewayRouteTables }: Inventory): readonly string[] {
  return [
    ...valuesOf(routeTables).flatMap(({ routes }) => routes.map(({ destination }) => destination)),
    ...valuesOf(transitGatewayRouteTables).flatMap(({ routes }) => valuesOf(routes).map((one) => one.destination)),
  ];
}

function placeRanges({ vpcs, subnets, peerings }: Inventory): readonly string[] {
  const sides = valuesOf(peerings).flatMap(({ requester, accepter }) => [requester, accepter]);
  return [
    ...[...valuesOf(vpcs), ...sides].flatMap(({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs]),
    ...valuesOf(subnets).flatMap(({ cidr, ipv6Cidrs }) => [cidr, ...ipv6Cidrs]),
  ];
}

function valuesOf<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact.known ? fact.value : [];
}
