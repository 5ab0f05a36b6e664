import { type Fact, known, unknown } from '../model/fact.ts';
import type { PrefixList } from '../model/network.ts';
import type { AwsClients } from './aws-clients.ts';
import { managedPrefixLists } from './managed-prefix-lists.ts';
import { mapBounded } from './map-bounded.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import { readPages } from './read-pages.ts';

const IN_FLIGHT = 4;

/** The prefix lists with these ids. Ranges are asked for, one call and more for each, only of those in `needed`. */
export async function readPrefixLists(
  clients: AwsClients,
  ids: readonly string[],
  needed: readonly string[],
): Promise<Fact<readonly PrefixList[]>> {
  const lists = await readPages(managedPrefixLists, clients, ids);
  if (!lists.known) return lists;
  const withRanges = await mapBounded(IN_FLIGHT, lists.value, async (list): Promise<PrefixList> => {
    const cidrs = needed.includes(list.id) ? await readPages(prefixListEntries, clients, [list.id]) : NOT_NEEDED;
    return { ...list, cidrs };
  });
  return known(withRanges);
}

const NOT_NEEDED = unknown('not-asked', 'no way between a load balancer and its targets needs its ranges');
