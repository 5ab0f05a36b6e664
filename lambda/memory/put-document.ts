import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { deleteRow } from './delete-row.ts';
import { ifFree } from './if-free.ts';
import { partKey } from './part-key.ts';
import { type Parts, partsOf } from './parts-of.ts';
import { putRow, type RowToPut } from './put-row.ts';
import type { Row, RowKey } from './row.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

/**
 * A row may have 400 KB, names and other attributes included.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const PART_BYTES = 380_000;
/** 9.5 MB compressed: far above any account, and a bound on what a run writes. */
const MOST_PARTS = 25;
/** Parts are written before the row that points to them, and must not be gone before it is. */
const OUTLIVES_SECONDS = 3_600;

/**
 * Keeps a value as compressed JSON, on a condition on its row. What does not fit one row is split into numbered rows, which
 * are written first under a name of their own, so that whoever reads meets the old document or the new one and never a mixture;
 * then the row is turned over to them, and those that nothing points to any more are taken away. True where it was kept.
 * Throws `TableError`, also for what is too large.
 */
export async function putDocument(
  table: Table,
  head: RowKey,
  value: unknown,
  { row, seconds, condition }: RowToPut,
): Promise<boolean> {
  const bytes = gzipSync(JSON.stringify(value));
  const parts = bytes.length <= PART_BYTES ? null : await putParts(table, head, bytes, seconds);
  const content: Row =
    parts === null
      ? { data: { B: bytes } }
      : { generation: { S: parts.generation }, parts: { N: String(parts.count) } };
  const { written, before } = await putRow(table, head, { row: { ...row, ...content }, seconds, condition });
  await deleteParts(table, head, written ? partsOf(before) : parts);
  return written;
}

async function putParts(table: Table, head: RowKey, bytes: Buffer, seconds: number): Promise<Parts> {
  const generation = randomUUID();
  const count = Math.ceil(bytes.length / PART_BYTES);
  if (count > MOST_PARTS) {
    const most = MOST_PARTS * PART_BYTES;
    throw new TableError(
      'PutItem',
      table.name,
      `${head.partition} has ${bytes.length} bytes; at most ${most} are kept`,
    );
  }
  await Promise.all(
    Array.from({ length: count }, (_, place) => {
      const data = { B: bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES) };
      const part = { row: { data }, seconds: seconds + OUTLIVES_SECONDS, condition: ifFree };
      return putRow(table, partKey({ head, generation, place }), part);
    }),
  );
  return { generation, count };
}

async function deleteParts(table: Table, head: RowKey, parts: Parts | null): Promise<void> {
  if (parts === null) return;
  const places = Array.from({ length: Math.min(parts.count, MOST_PARTS) }, (_, place) => place);
  await Promise.all(places.map((place) => deleteRow(table, partKey({ head, generation: parts.generation, place }))));
}
