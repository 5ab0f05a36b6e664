import type * as z from 'zod';
import { tableKeys } from '../contract.ts';
import type { Row } from './row.ts';

/** What a row holds: its state, or why it cannot be read, with the row's name. Both null where there is no row. */
export type ReadState<T> = { readonly state: T | null; readonly problem: string | null };

/** Reads the JSON that stands in a row's `state`. What is not of this shape is a problem, and no state. */
export function stateIn<T>(row: Row | null, schema: z.ZodType<T>): ReadState<T> {
  if (row === null) return { state: null, problem: null };
  const read = schema.safeParse(jsonIn(row['state']?.S));
  if (read.success) return { state: read.data, problem: null };
  const [issue] = read.error.issues;
  const name = `${row[tableKeys.partition]?.S} / ${row[tableKeys.sort]?.S}`;
  const at = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  return { state: null, problem: `the row ${name} cannot be read${at}: ${issue?.message}` };
}

function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
