import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { tableKeys } from '../contract.ts';
import { ask } from './ask.ts';
import { liveRow } from './live-row.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

/** A page holds 1 MB; beyond so many the table is not what we wrote. */
const MOST_PAGES = 100;

/** Which rows of a partition: from one sort key to another, both included. */
export type RowRange = { readonly partition: string; readonly from: string; readonly to: string };

/** The live rows of a range, in the order of their sort keys. Throws `TableError`. */
export async function queryRows(table: Table, range: RowRange): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let start: Row | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { Items = [], LastEvaluatedKey } = await onePage(table, range, start);
    rows.push(...Items.filter((row) => liveRow(table, row) !== null));
    if (LastEvaluatedKey === undefined) return rows;
    start = LastEvaluatedKey;
  }
  throw new TableError('Query', table.name, `${range.partition} has more than ${MOST_PAGES} pages`);
}

function onePage(table: Table, { partition, from, to }: RowRange, start: Row | undefined) {
  const command = new QueryCommand({
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#pk': tableKeys.partition, '#sk': tableKeys.sort },
    ExpressionAttributeValues: { ':pk': { S: partition }, ':from': { S: from }, ':to': { S: to } },
    ExclusiveStartKey: start,
  });
  return ask(table, 'Query', table.client.send(command));
}
