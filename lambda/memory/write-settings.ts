import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { settingsRow } from '../contract.ts';
import { ask } from './ask.ts';
import { keyAttributes } from './key-attributes.ts';
import type { SettingsRow } from './read-settings.ts';
import type { Table } from './table.ts';

/**
 * Writes the settings over those that stood there, in a row that never expires and that a person can read. It needs no parts:
 * a stack has room for some hundred probers, and these take a tenth of the 400 KB that a row may have. Throws `TableError`.
 */
export async function writeSettings(table: Table, { version, settings }: SettingsRow): Promise<void> {
  const { key, attributes } = settingsRow;
  const command = new PutItemCommand({
    TableName: table.name,
    Item: {
      ...keyAttributes(key),
      [attributes.version]: { S: version },
      [attributes.settings]: { S: settings },
    },
  });
  await ask(table, 'PutItem', table.client.send(command));
}
