import { numberIn } from './number-in.ts';
import type { Row } from './row.ts';

/** Which parts a document's row points to. */
export type Parts = { readonly generation: string; readonly count: number };

/** The parts that a document's row points to; null where the row holds the document itself, or is none of ours. */
export function partsOf(row: Row | null): Parts | null {
  const generation = row?.['generation']?.S;
  const count = numberIn(row, 'parts');
  return generation === undefined || count === null ? null : { generation, count };
}
