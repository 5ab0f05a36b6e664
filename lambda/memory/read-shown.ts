import { gunzipSync } from 'node:zlib';
import { tableKeys } from '../contract.ts';
import type { KeptShown } from '../model/shown.ts';
import { queryRows } from './query-rows.ts';
import type { Row } from './row.ts';
import { shownRows } from './shown-row.ts';
import { shownSchema } from './shown-schema.ts';
import type { Table } from './table.ts';

/**
 * What is to be shown of all load balancers and watched paths that were checked within a day, and a sentence for each
 * row that could not be read.
 */
export type ReadShown = { readonly kept: readonly KeptShown[]; readonly problems: readonly string[] };

/** More than is ever kept, so that a broken row cannot fill the memory. */
const MOST_BYTES = 4_000_000;

/** Reads what `keepShown` kept, in the order of ARNs and names. Throws `TableError`. */
export async function readShown(table: Table): Promise<ReadShown> {
  const read = (await queryRows(table, shownRows)).map(shownIn);
  return {
    kept: read.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    problems: read.flatMap((one) => (typeof one === 'string' ? [one] : [])),
  };
}

/** What a row holds; a sentence where it cannot be read. */
function shownIn(row: Row): KeptShown | string {
  const unreadable = (why: string | undefined) => `the row shown / ${row[tableKeys.sort]?.S} cannot be read: ${why}`;
  const at = row['seenAt']?.S;
  const data = row['data']?.B;
  if (at === undefined || data === undefined) return unreadable('it holds no document');
  try {
    const read = shownSchema.safeParse(JSON.parse(gunzipSync(data, { maxOutputLength: MOST_BYTES }).toString()));
    if (read.success) return { at, shown: read.data };
    return unreadable(`${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}
