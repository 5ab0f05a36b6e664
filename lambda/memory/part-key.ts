import type { RowKey } from './row.ts';

/** One part of a document that does not fit a row: which writing of it, and which place, from 0. */
export type PartOf = { readonly head: RowKey; readonly generation: string; readonly place: number };

/** The row of a part. Sorted by their rows, parts stand in their order. */
export function partKey({ head, generation, place }: PartOf): RowKey {
  return { partition: head.partition, sort: `part#${generation}#${String(place).padStart(4, '0')}` };
}
