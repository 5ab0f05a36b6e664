import type { Item } from './item.ts';
import { rowIdentity } from './row-identity.ts';
import type { TableDefinition } from './table-definition.ts';
import { validationError } from './validation-error.ts';

/** The identity of the row that a key names: both key attributes as texts, and nothing else. Throws `ValidationException`. */
export function keyIdentity(key: Item, definition: TableDefinition): string {
  const names = [definition.partitionKey, definition.sortKey];
  const fits = Object.keys(key).length === 2 && names.every((name) => typeof key[name]?.['S'] === 'string');
  if (!fits) throw validationError('The provided key element does not match the schema');
  return rowIdentity(key, definition);
}
