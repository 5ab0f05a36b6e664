import { baselineRow } from './baseline-row.ts';
import { ifFree } from './if-free.ts';
import { instant } from './instant.ts';
import { putDocument } from './put-document.ts';
import type { Table } from './table.ts';

/** A gate is open for hours at most. */
const TWO_DAYS_SECONDS = 2 * 86_400;

/**
 * Keeps what stood before a gate opened (any JSON). The first write wins, so that a gate that is called again goes by the same
 * baseline: true where it was this one. Throws `TableError`.
 */
export function keepBaseline(table: Table, gateId: string, baseline: unknown, at: string): Promise<boolean> {
  return putDocument(
    table,
    baselineRow(gateId),
    { at: instant(at), baseline },
    {
      row: {},
      seconds: TWO_DAYS_SECONDS,
      condition: ifFree,
    },
  );
}
