import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { tableKeys } from '../contract.ts';
import { ask } from './ask.ts';
import { conditionParameters } from './condition-parameters.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keyAttributes } from './key-attributes.ts';
import type { Row, RowKey } from './row.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';
import type { WriteCondition } from './write-condition.ts';

/** What is written: attributes beside the key, for how long, and on what condition. */
export type RowToPut = { readonly row: Row; readonly seconds: number; readonly condition: WriteCondition };

/** Whether it was written, and what stood there before, where that is known. */
export type PutOutcome = { readonly written: boolean; readonly before: Row | null };

/**
 * Puts a row on a condition. Each call signs its row: when an answer is lost and the SDK sends again, the second attempt
 * fails on the first one's row, and the signature tells that it is our own. Throws `TableError`.
 */
export async function putRow(table: Table, key: RowKey, { row, seconds, condition }: RowToPut): Promise<PutOutcome> {
  const writer = randomUUID();
  const expiry = String(epochSeconds(table.now()) + seconds);
  const command = new PutItemCommand({
    TableName: table.name,
    Item: { ...row, ...keyAttributes(key), [tableKeys.expiry]: { N: expiry }, writer: { S: writer } },
    ...conditionParameters(table, condition),
    ReturnValues: 'ALL_OLD',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    const { Attributes } = await ask(table, 'PutItem', table.client.send(command));
    return { written: true, before: Attributes ?? null };
  } catch (error) {
    if (!(error instanceof TableError && error.cause instanceof ConditionalCheckFailedException)) throw error;
    return { written: error.cause.Item?.['writer']?.S === writer, before: null };
  }
}
