import { lookup } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import { parseAddress } from '../model/address.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Watch, WatchedPath } from '../model/watch.ts';
import { mapBounded } from './map-bounded.ts';

/** Looks a DNS name up: all of its addresses. Rejects where it has none, or nobody answers. */
export type LookUp = (name: string) => Promise<readonly string[]>;

/** For all names together: a check has a minute. The resolver of the system takes longer only where nobody answers. */
const DEADLINE_MS = 5000;
const AT_ONCE = 4;
/** A name with more is a fleet behind the DNS; some of it tells of the path as well as all. */
const MOST_ADDRESSES = 8;

/**
 * Looks up the DNS names among the watched hosts, outside the VPC: a name that only a private hosted zone of the VPC holds is
 * not found there. That of a database is public, and leads to its private address, or, where it is publicly accessible, to its
 * public one (`PubliclyAccessible`: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html).
 */
export async function resolveWatches(
  watches: readonly Watch[],
  lookUp: LookUp = lookUpHere,
): Promise<readonly WatchedPath[]> {
  const names = [...new Set(watches.map(({ to }) => to.host).filter(isName))];
  const done = new AbortController();
  const late = tooLate(done.signal);
  // Where every name is answered nobody waits for it.
  late.catch(() => {});
  const found = await mapBounded(
    AT_ONCE,
    names,
    async (name) => [name, await addressesOf(name, lookUp, late)] as const,
  );
  done.abort();
  const addresses = new Map(found);
  return watches.map((watch) => ({ ...watch, resolved: addresses.get(watch.to.host) ?? null }));
}

function isName(host: string): boolean {
  return parseAddress(host) === null && !/^(i|eni)-[0-9a-f]+$/.test(host);
}

async function addressesOf(name: string, lookUp: LookUp, late: Promise<never>): Promise<Fact<readonly string[]>> {
  try {
    const all = await Promise.race([lookUp(name), late]);
    const version4 = all.filter((one) => parseAddress(one)?.family === 4);
    const wanted = version4.length > 0 ? version4 : all;
    return known(wanted.toSorted().slice(0, MOST_ADDRESSES));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unknown('failed', `${name} could not be looked up from outside the VPC: ${why}`);
  }
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await setTimeout(DEADLINE_MS, undefined, { signal }).catch(() => {});
  throw new Error(`nobody answered within ${DEADLINE_MS / 1000} s`);
}

async function lookUpHere(name: string): Promise<readonly string[]> {
  const found = await lookup(name, { all: true });
  return found.map(({ address }) => address);
}
