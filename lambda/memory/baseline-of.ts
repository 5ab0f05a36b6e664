import * as z from 'zod';
import { baselineRow } from './baseline-row.ts';
import { readDocument } from './read-document.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

const BASELINE = z.object({ at: z.string(), baseline: z.unknown() });

/** A baseline as kept, and when it was taken (ISO 8601). */
export type Baseline = Readonly<z.infer<typeof BASELINE>>;

/**
 * The baseline that a gate goes by; null where none was kept. Throws `TableError`, also for one that cannot be read: a gate
 * without its baseline cannot tell.
 */
export async function baselineOf(table: Table, gateId: string): Promise<Baseline | null> {
  const { document, problem } = await readDocument(table, baselineRow(gateId), BASELINE);
  if (problem !== null) throw new TableError('GetItem', table.name, problem);
  return document?.value ?? null;
}
