import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type * as z from 'zod';
import { getRow } from './get-row.ts';
import { liveRow } from './live-row.ts';
import { partKey } from './part-key.ts';
import { partsOf } from './parts-of.ts';
import { queryRows } from './query-rows.ts';
import type { Row, RowKey } from './row.ts';
import type { Table } from './table.ts';

/** A document as read: its row, expired ones too; its value, null where there is none; why it could not be read. */
export type ReadDocument<T> = {
  readonly row: Row | null;
  readonly document: { readonly value: T } | null;
  readonly problem: string | null;
};

/** A writer may turn the row over to new parts between our two reads; that many times in a row it will not. */
const MOST_ATTEMPTS = 3;
/** More than any document, so that a broken row cannot fill the memory. */
const MOST_BYTES = 256_000_000;

const unpack = promisify(gunzip);

/** Reads what `putDocument` kept. What cannot be read, or is not of this shape, is a problem that names the row. Throws `TableError`. */
export async function readDocument<T>(table: Table, key: RowKey, schema: z.ZodType<T>): Promise<ReadDocument<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const row = await getRow(table, key);
    if (liveRow(table, row) === null) return { row, document: null, problem: null };
    const bytes = await bytesOf(table, key, row);
    if (bytes === null && attempt < MOST_ATTEMPTS) continue;
    return { row, ...(await parsed(bytes, key, schema)) };
  }
}

/** Null where the row holds no bytes, or its parts are not all there. */
async function bytesOf(table: Table, head: RowKey, row: Row | null): Promise<Uint8Array | null> {
  const parts = partsOf(row);
  if (parts === null) return row?.['data']?.B ?? null;
  const { generation, count } = parts;
  const keyAt = (place: number) => partKey({ head, generation, place }).sort;
  const rows = await queryRows(table, { partition: head.partition, from: keyAt(0), to: keyAt(count - 1) });
  const contents = rows.flatMap(({ data }) => (data?.B === undefined ? [] : [data.B]));
  return contents.length === count ? Buffer.concat(contents) : null;
}

async function parsed<T>(bytes: Uint8Array | null, { partition, sort }: RowKey, schema: z.ZodType<T>) {
  const unreadable = (why: string) => ({
    document: null,
    problem: `the row ${partition} / ${sort} cannot be read: ${why}`,
  });
  if (bytes === null) return unreadable('it holds no document, or not all of it');
  try {
    const text = await unpack(bytes, { maxOutputLength: MOST_BYTES });
    const read = schema.safeParse(JSON.parse(text.toString()));
    if (read.success) return { document: { value: read.data }, problem: null };
    return unreadable(`${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}
