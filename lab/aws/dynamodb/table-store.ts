import type { Item } from './item.ts';
import type { TableDefinition } from './table-definition.ts';

/** A table and its rows, by an identity made of both keys. Expired rows stay: AWS may take days to sweep them. */
export type StoredTable = { readonly definition: TableDefinition; readonly rows: Map<string, Item> };

/** Every table of the endpoint, by name. */
export type TableStore = ReadonlyMap<string, StoredTable>;
