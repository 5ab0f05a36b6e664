import {
  type AttributeValue,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { smallTable, TableName } from './small-table.ts';

const SORTS = ['a#1', 'a#2', 'b#1', 'é#1'];
const names = { '#pk': 'pk', '#sk': 'sk' };
const values = { ':p': { S: 'p' }, ':a': { S: 'a#' }, ':b': { S: 'b#1' } };

async function filledTable() {
  const { client } = await smallTable();
  for (const sort of SORTS.toReversed()) await put(client, 'p', sort);
  await put(client, 'other', 'a#1');
  return client;
}

function put(client: DynamoDBClient, partition: string, sort: string, more: Record<string, AttributeValue> = {}) {
  return client.send(new PutItemCommand({ TableName, Item: { pk: { S: partition }, sk: { S: sort }, ...more } }));
}

function query(client: DynamoDBClient, KeyConditionExpression: string, more: Partial<QueryCommandInput> = {}) {
  const used = ([placeholder]: [string, unknown]) => new RegExp(`${placeholder}\\b`).test(KeyConditionExpression);
  return client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression,
      ExpressionAttributeNames: Object.fromEntries(Object.entries(names).filter(used)),
      ExpressionAttributeValues: Object.fromEntries(Object.entries(values).filter(used)),
      ...more,
    }),
  );
}

const sortsOf = (rows: readonly Record<string, AttributeValue>[] = []) => rows.map(({ sk }) => sk?.S);

describe('a query', () => {
  it.each([
    ['#pk = :p', ['a#1', 'a#2', 'b#1', 'é#1']],
    ['#pk = :p AND #sk = :b', ['b#1']],
    ['#sk < :b AND #pk = :p', ['a#1', 'a#2']],
    ['#pk = :p AND #sk >= :b', ['b#1', 'é#1']],
    ['#pk = :p AND #sk BETWEEN :a AND :b', ['a#1', 'a#2', 'b#1']],
    ['(#pk = :p) AND begins_with(#sk, :a)', ['a#1', 'a#2']],
    ['#pk = :b', []],
  ])('%s', async (condition, expected) => {
    const client = await filledTable();
    const answer = await query(client, condition);
    expect(sortsOf(answer.Items)).toEqual(expected);
    expect(answer).toMatchObject({ Count: expected.length, ScannedCount: expected.length });
    expect(answer.LastEvaluatedKey).toBeUndefined();
  });

  it('goes backwards', async () => {
    const client = await filledTable();
    const answer = await query(client, '#pk = :p AND #sk <= :b', { ScanIndexForward: false });
    expect(sortsOf(answer.Items)).toEqual(['b#1', 'a#2', 'a#1']);
  });

  it.each([
    [true, SORTS],
    [false, SORTS.toReversed()],
  ])('by pages, and after a full last page once in vain (forward: %s)', async (ScanIndexForward, expected) => {
    const client = await filledTable();
    const pages: unknown[] = [];
    let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
    for (let page = 0; page < 5; page += 1) {
      const answer = await query(client, '#pk = :p', { Limit: 2, ScanIndexForward, ExclusiveStartKey });
      pages.push(sortsOf(answer.Items));
      ExclusiveStartKey = answer.LastEvaluatedKey;
      if (ExclusiveStartKey === undefined) break;
    }
    expect(pages).toEqual([expected.slice(0, 2), expected.slice(2), []]);
  });

  it('ends a page at 1 MB', async () => {
    const { client } = await smallTable();
    const data = { B: Buffer.alloc(300_000) };
    for (const sort of ['1', '2', '3', '4']) await put(client, 'p', sort, { data });
    const first = await query(client, '#pk = :p');
    expect(sortsOf(first.Items)).toEqual(['1', '2', '3']);
    expect(first.LastEvaluatedKey).toEqual({ pk: { S: 'p' }, sk: { S: '3' } });
    const second = await query(client, '#pk = :p', { ExclusiveStartKey: first.LastEvaluatedKey });
    expect(sortsOf(second.Items)).toEqual(['4']);
  });

  it('filters what a page has read', async () => {
    const client = await filledTable();
    const answer = await query(client, '#pk = :p', {
      FilterExpression: '#sk = :b',
      ProjectionExpression: '#sk',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':p': { S: 'p' }, ':b': { S: 'b#1' } },
      Limit: 3,
    });
    expect(answer).toMatchObject({ Items: [{ sk: { S: 'b#1' } }], Count: 1, ScannedCount: 3 });
  });

  it.each<[string, Partial<QueryCommandInput>, string]>([
    ['#sk = :b', {}, 'Query condition missed key schema element: pk'],
    ['#pk > :p', {}, 'Query key condition not supported'],
    ['#pk = :p OR #sk = :b', {}, 'Invalid operator used in KeyConditionExpression: OR'],
    ['#pk = :p AND #sk <> :b', {}, 'Invalid operator used in KeyConditionExpression: <>'],
    ['#pk = :p AND attribute_exists(#sk)', {}, 'used in KeyConditionExpression: attribute_exists'],
    ['#pk = :p AND #sk > :a AND #sk < :b', {}, 'Conditions must be of length 1 or 2'],
    ['#pk = :p', { ExpressionAttributeValues: { ':p': { N: '1' } } }, 'does not match schema type'],
    ['#pk = :p', { Limit: 0 }, "Value '0' at 'limit' failed to satisfy constraint"],
    ['#pk = :p', { ExclusiveStartKey: { pk: { S: 'other' }, sk: { S: 'a' } } }, 'The provided starting key is invalid'],
    ['#pk = :p', { KeyConditionExpression: undefined }, 'Either the KeyConditions or KeyConditionExpression'],
  ])('%s with %j is refused', async (condition, more, message) => {
    const client = await filledTable();
    await expect(query(client, condition, more)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });
});
