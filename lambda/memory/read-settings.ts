import { settingsRow } from '../contract.ts';
import { getRow } from './get-row.ts';
import type { Table } from './table.ts';

/** The settings as they stand in the table: their version, and their JSON as `settingsRow` in the contract has it. */
export type SettingsRow = { readonly version: string; readonly settings: string };

/** Reads the settings; null where there is no such row, or none that `writeSettings` wrote. Throws `TableError`. */
export async function readSettings(table: Table): Promise<SettingsRow | null> {
  const row = await getRow(table, settingsRow.key);
  const version = row?.[settingsRow.attributes.version]?.S;
  const settings = row?.[settingsRow.attributes.settings]?.S;
  return version === undefined || settings === undefined ? null : { version, settings };
}
