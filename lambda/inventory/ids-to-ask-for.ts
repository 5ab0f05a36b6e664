import { type Fact, known, unknown } from '../model/fact.ts';

/** Ids that what is judged leads to, and all ids that anything read names, which include them. */
export type Need = { readonly needed: readonly string[]; readonly named: readonly string[] };

/**
 * What to ask for of a kind to which something may lead: all ids that are named, so that the list is whole, once one of
 * them is needed. None, where nothing names any: then it is evident that none matters. Where some are named but not
 * needed, it is said that nobody asked. `what` is a plural noun.
 */
export function idsToAskFor(what: string, need: Fact<Need>): Fact<readonly string[]> {
  if (!need.known) return unknown('not-asked', `which ${what} are needed is not known: ${need.reason}`);
  const { needed, named } = need.value;
  if (needed.length > 0 || named.length === 0) return known(named);
  return unknown('not-asked', `no way between a load balancer and its targets needs the ${what}`);
}
