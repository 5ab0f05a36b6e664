import type { Row } from './row.ts';

/** A row's number; null where there is none. */
export function numberIn(row: Row | null, name: string): number | null {
  const text = row?.[name]?.N;
  return text === undefined ? null : Number(text);
}
