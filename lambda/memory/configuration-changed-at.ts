import { configurationKey } from './configuration-key.ts';
import { getRow } from './get-row.ts';
import { liveRow } from './live-row.ts';
import type { Table } from './table.ts';

/** When configuration last changed, as far as events told within a day (ISO 8601); null where none did. Throws `TableError`. */
export async function configurationChangedAt(table: Table): Promise<string | null> {
  const row = liveRow(table, await getRow(table, configurationKey));
  return row?.['changedAt']?.S ?? null;
}
