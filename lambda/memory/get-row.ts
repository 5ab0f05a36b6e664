import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ask } from './ask.ts';
import { keyAttributes } from './key-attributes.ts';
import type { Row, RowKey } from './row.ts';
import type { Table } from './table.ts';

/** The row as it is now, expired ones too; null where there is none. Throws `TableError`. */
export async function getRow(table: Table, key: RowKey): Promise<Row | null> {
  // Without a consistent read a run might not see what the run before it wrote.
  const command = new GetItemCommand({ TableName: table.name, Key: keyAttributes(key), ConsistentRead: true });
  const { Item } = await ask(table, 'GetItem', table.client.send(command));
  return Item ?? null;
}
