import type { Input } from '../codecs/input.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import { conditionIn } from './condition-in.ts';
import { holds } from './holds.ts';
import type { Item } from './item.ts';
import { type KeyCondition, keyCondition } from './key-condition.ts';
import { keyIdentity } from './key-identity.ts';
import { pageOfRows } from './page-of-rows.ts';
import { placeholders } from './placeholders.ts';
import { project } from './project.ts';
import { readItem } from './read-item.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { tableArn } from './table-arn.ts';
import type { TableDefinition } from './table-definition.ts';
import { tableOf } from './table-of.ts';
import type { StoredTable } from './table-store.ts';
import { validationError } from './validation-error.ts';
import { valueOrder } from './value-order.ts';

const PARAMETERS = [
  'TableName',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ConsistentRead',
  'ScanIndexForward',
  'ExclusiveStartKey',
  'Limit',
];

/** `Query`: the rows of one partition in the order of their sort keys, page by page, filtered after they were read. */
export const query: Operation = {
  action: 'dynamodb:Query',
  resource: tableArn,
  run: (input, { tables }) => {
    refuseUnknown(input, PARAMETERS);
    const given = placeholders(input);
    const keys = keyCondition(input, given);
    const filter = conditionIn(input, 'FilterExpression', given);
    const projected = project(input, given);
    given.refuseUnused();
    const limit = limitIn(input);
    const table = tableOf(input, tables);
    const rows = rowsAfter(input, keys(table.definition), table);
    const page = pageOfRows(rows, limit);
    const found = page.rows.filter((row) => filter === null || holds(filter, row));
    return {
      Items: found.map(projected),
      Count: found.length,
      ScannedCount: page.rows.length,
      LastEvaluatedKey: page.more ? keyOf(page.rows.at(-1), table.definition) : undefined,
    };
  },
};

function limitIn(input: Input): number | null {
  const limit = input['Limit'];
  if (limit === undefined) return null;
  if (typeof limit === 'number' && limit >= 1) return limit;
  throw validationError(
    `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  );
}

function rowsAfter(input: Input, { condition, partition }: KeyCondition, { definition, rows }: StoredTable): Item[] {
  const { partitionKey, sortKey } = definition;
  const direction = input['ScanIndexForward'] === false ? -1 : 1;
  const order = (one: Item, other: Item) => direction * (valueOrder(one[sortKey] ?? {}, other[sortKey] ?? {}) ?? 0);
  const inOrder = [...rows.values()].filter((row) => holds(condition, row)).sort(order);
  if (input['ExclusiveStartKey'] === undefined) return inOrder;
  const start = readItem(input, 'ExclusiveStartKey');
  keyIdentity(start, definition);
  if (start[partitionKey]?.['S'] !== partition) throw validationError('The provided starting key is invalid');
  return inOrder.filter((row) => order(row, start) > 0);
}

function keyOf(row: Item | undefined, { partitionKey, sortKey }: TableDefinition): TreeObject {
  return { [partitionKey]: row?.[partitionKey], [sortKey]: row?.[sortKey] };
}
