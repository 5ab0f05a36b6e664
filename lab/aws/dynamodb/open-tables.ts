import type { TableDefinition } from './table-definition.ts';
import type { TableStore } from './table-store.ts';

/** Empty tables of these definitions. */
export function openTables(definitions: readonly TableDefinition[]): TableStore {
  return new Map(definitions.map((definition) => [definition.name, { definition, rows: new Map() }]));
}
