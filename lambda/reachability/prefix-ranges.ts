import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import type { PrefixList } from '../model/network.ts';
import { whyUnknown } from '../model/why-unknown.ts';
import { oncePer } from './once-per.ts';
import { readSpan, type Span } from './read-span.ts';

const byId = oncePer((lists: readonly PrefixList[]) => new Map(lists.map((list) => [list.id, read(list)])));

/** The ranges that a prefix list holds; unknown with the list's name and the reason as a clause. */
export function prefixRanges(lists: Inventory['prefixLists'], id: string): Fact<readonly Span[]> {
  if (!lists.known) return { ...lists, reason: whyUnknown('prefix lists', lists) };
  return byId(lists.value).get(id) ?? unknown('not-found', `${id} is not in the inventory`);
}

function read({ id, name, cidrs }: PrefixList): Fact<readonly Span[]> {
  if (!cidrs.known) return { ...cidrs, reason: whyUnknown(`the entries of ${id} (${name})`, cidrs) };
  const spans = cidrs.value.map(readSpan);
  const strange = cidrs.value[spans.indexOf(null)];
  if (strange !== undefined)
    return unknown('failed', `${id} (${name}) holds ${strange}, which is no range of addresses`);
  return known(spans.filter((span) => span !== null));
}
