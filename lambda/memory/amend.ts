import { setTimeout } from 'node:timers/promises';
import type * as z from 'zod';
import { getRow } from './get-row.ts';
import { ifVersion } from './if-version.ts';
import { liveRow } from './live-row.ts';
import { numberIn } from './number-in.ts';
import { putRow } from './put-row.ts';
import type { RowKey } from './row.ts';
import { stateIn } from './state-in.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

/** How a row's state is read, changed and kept. `change` gets null where there is none, and gives back its argument to leave it. */
export type Amendment<T> = {
  readonly schema: z.ZodType<T>;
  readonly change: (state: T | null) => T | null;
  readonly seconds: number;
};

/** The state before and after; the same where nothing was to be changed. */
export type Amended<T> = { readonly before: T | null; readonly after: T | null };

/** With each attempt one of the writers gets through, so that this many may meet on one row. */
const MOST_ATTEMPTS = 16;
const LONGEST_PAUSE_MS = 400;

/**
 * Changes a row's state as if nobody else did: reads it, changes it, and writes it if nobody was faster, else begins anew.
 * A row that cannot be read counts as none and is replaced. Throws `TableError`, also where others were faster every time.
 */
export async function amend<T>(
  table: Table,
  key: RowKey,
  { schema, change, seconds }: Amendment<T>,
): Promise<Amended<T>> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const row = await getRow(table, key);
    const before = stateIn(liveRow(table, row), schema).state;
    const after = change(before);
    if (after === before) return { before, after };
    const version = numberIn(row, 'version') ?? 0;
    const next = { state: { S: JSON.stringify(after) }, version: { N: String(version + 1) } };
    const { written } = await putRow(table, key, { row: next, seconds, condition: ifVersion(version) });
    if (written) return { before, after };
    await setTimeout(Math.random() * Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempt));
  }
  const row = `${key.partition} / ${key.sort}`;
  throw new TableError('PutItem', table.name, `${row} was changed by others ${MOST_ATTEMPTS} times in a row`);
}
