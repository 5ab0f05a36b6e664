import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { tableKeys } from '../contract.ts';
import { ask } from './ask.ts';
import { conditionParameters } from './condition-parameters.ts';
import { configurationKey } from './configuration-key.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { ifFree } from './if-free.ts';
import { instant } from './instant.ts';
import { keyAttributes } from './key-attributes.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

/** Configuration is read anew every quarter of an hour in any case. */
const DAY_SECONDS = 86_400;

/** Remembers that configuration changed at this time; an older change than the one remembered leaves it. Throws `TableError`. */
export async function markConfigurationChanged(table: Table, at: string): Promise<void> {
  const changedAt = { S: instant(at) };
  const condition = conditionParameters(table, {
    expression: `${ifFree.expression} OR NOT (#changedAt >= :changedAt)`,
    names: { '#changedAt': 'changedAt' },
    values: { ':changedAt': changedAt },
  });
  const expiry = { N: String(epochSeconds(table.now()) + DAY_SECONDS) };
  const command = new UpdateItemCommand({
    TableName: table.name,
    Key: keyAttributes(configurationKey),
    ...condition,
    UpdateExpression: 'SET #changedAt = :changedAt, #expiresAt = :expiresAt',
    ExpressionAttributeNames: { ...condition.ExpressionAttributeNames, '#expiresAt': tableKeys.expiry },
    ExpressionAttributeValues: { ...condition.ExpressionAttributeValues, ':expiresAt': expiry },
  });
  try {
    await ask(table, 'UpdateItem', table.client.send(command));
  } catch (error) {
    if (!(error instanceof TableError && error.cause instanceof ConditionalCheckFailedException)) throw error;
  }
}
