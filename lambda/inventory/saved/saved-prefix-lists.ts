import type { ManagedPrefixList, PrefixListEntry } from '@aws-sdk/client-ec2';
import * as z from 'zod';
import { type Fact, known } from '../../model/fact.ts';
import type { PrefixList } from '../../model/network.ts';
import { knownValues } from '../known-values.ts';
import { managedPrefixLists } from '../managed-prefix-lists.ts';
import { mapFact } from '../map-fact.ts';
import { prefixListEntries } from '../prefix-list-entries.ts';
import { required } from '../required.ts';
import type { SavedFacts } from './saved-facts.ts';
import { wideNetworkSchemas } from './wide-network-schemas.ts';

/** `DescribePrefixLists` and `DescribeManagedPrefixLists` answer under one key; only the former tells the ranges. */
type Raw = ManagedPrefixList & { readonly Cidrs?: readonly string[] };
type Ranges = { readonly id: string; readonly cidrs: readonly string[] | null };

const LISTS = {
  noun: managedPrefixLists.noun,
  schema: wideNetworkSchemas.prefixList.omit({ cidrs: true }),
  id: ({ id }: { readonly id: string }) => id,
};
const RANGES = {
  noun: (raw: Raw): Ranges => ({ id: required(raw.PrefixListId, 'PrefixListId'), cidrs: raw.Cidrs ?? null }),
  schema: z.object({ id: z.string(), cidrs: z.array(z.string()).nullable() }),
  id: ({ id, cidrs }: Ranges) => (cidrs === null ? `${id} without ranges` : id),
};
const ENTRIES = {
  noun: (raw: PrefixListEntry) => ({ cidr: prefixListEntries.noun(raw) }),
  schema: z.object({ cidr: z.string() }),
  id: ({ cidr }: { readonly cidr: string }) => cidr,
};

/** The prefix lists, with their ranges where these were saved too. Throws `CannotCheck`. */
export function savedPrefixLists({ all, of }: SavedFacts): Fact<readonly PrefixList[]> {
  const lists = all('PrefixLists', LISTS);
  const ranges = all('PrefixLists', RANGES);
  const told = new Map(knownValues([ranges]).flatMap(({ id, cidrs }) => (cidrs === null ? [] : [[id, cidrs]])));
  const cidrsOf = (id: string): PrefixList['cidrs'] => {
    const cidrs = told.get(id);
    if (cidrs !== undefined) return known(cidrs);
    return mapFact(of('PrefixListEntries', id, ENTRIES), (entries) => entries.map(({ cidr }) => cidr));
  };
  return mapFact(lists, (all) => all.map((list) => ({ ...list, cidrs: cidrsOf(list.id) })));
}
