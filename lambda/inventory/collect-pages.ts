import type { AwsClients } from './aws-clients.ts';
import type { Call } from './call.ts';
import { malformedAnswer } from './malformed-answer.ts';

/** At 1000 rows a page far beyond any quota of a VPC; only an endpoint that never ends gets there. */
const MOST_PAGES = 200;

/**
 * Every noun that a call gives for these values, in batches that it can take, each to its last page; `all` asks once,
 * without values. No values, no call. Throws what the SDK throws, or a malformed answer (also for a page token that
 * comes back, which would never end).
 */
export async function collectPages<Raw, Noun>(
  call: Call<Raw, Noun>,
  clients: AwsClients,
  values: readonly string[] | 'all',
): Promise<readonly Noun[]> {
  const nouns: Noun[] = [];
  for (const batch of values === 'all' ? [[]] : batchesOf(values, call.batch)) {
    for await (const raw of rowsOf(call, clients, batch)) nouns.push(call.noun(raw));
  }
  return nouns;
}

function batchesOf(values: readonly string[], size: number): string[][] {
  const distinct = [...new Set(values)];
  return Array.from({ length: Math.ceil(distinct.length / size) }, (_, index) =>
    distinct.slice(index * size, (index + 1) * size),
  );
}

async function* rowsOf<Raw, Noun>(call: Call<Raw, Noun>, clients: AwsClients, batch: string[]): AsyncGenerator<Raw> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await call.page(clients, batch, token);
    yield* page.items;
    token = page.next === '' ? undefined : page.next;
    if (token !== undefined && seen.has(token)) throw malformedAnswer('a page token came a second time');
    if (token !== undefined) seen.add(token);
    if (seen.size >= MOST_PAGES) throw malformedAnswer(`more than ${MOST_PAGES} pages`);
  } while (token !== undefined);
}
