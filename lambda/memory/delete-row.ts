import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { ask } from './ask.ts';
import { keyAttributes } from './key-attributes.ts';
import type { RowKey } from './row.ts';
import type { Table } from './table.ts';

/** Takes a row away that nothing points to any more. Throws `TableError`. */
export async function deleteRow(table: Table, key: RowKey): Promise<void> {
  const command = new DeleteItemCommand({ TableName: table.name, Key: keyAttributes(key) });
  await ask(table, 'DeleteItem', table.client.send(command));
}
