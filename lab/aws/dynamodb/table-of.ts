import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { StoredTable, TableStore } from './table-store.ts';
import { validationError } from './validation-error.ts';

/** The table that a request names. Throws `ResourceNotFoundException` for one that was never declared. */
export function tableOf(input: Input, tables: TableStore): StoredTable {
  const name = textOf(input, 'TableName');
  if (name === undefined) {
    throw validationError(
      "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null",
    );
  }
  const table = tables.get(name);
  if (table === undefined) throw new AwsError('ResourceNotFoundException', 'Requested resource not found');
  return table;
}
