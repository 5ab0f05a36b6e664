import { ConditionalCheckFailedException, DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { type Attributes, Key, put, stored, update } from './one-row.ts';
import { smallTable, TableName } from './small-table.ts';

describe('conditions', () => {
  const row: Attributes = {
    text: { S: 'abc' },
    number: { N: '10' },
    bytes: { B: Buffer.from('abc') },
    set: { SS: ['a', 'b'] },
    map: { M: { inner: { NS: ['1', '2'] } } },
  };
  const names = { '#t': 'text', '#n': 'number', '#b': 'bytes', '#s': 'set', '#m': 'map', '#x': 'missing' };
  const values: Attributes = {
    ':abc': { S: 'abc' },
    ':ab': { S: 'ab' },
    ':b': { S: 'b' },
    ':ten': { N: '10.0' },
    ':nine': { N: '9' },
    ':bytes': { B: Buffer.from('ab') },
    ':set': { SS: ['b', 'a'] },
    ':map': { M: { inner: { NS: ['2.0', '1'] } } },
  };

  it.each([
    ['attribute_exists(#t)', true],
    ['attribute_exists(#x)', false],
    ['attribute_not_exists(#x)', true],
    ['#t = :abc', true],
    ['#t <> :abc', false],
    ['#n = :ten', true],
    ['#n > :nine', true],
    ['#n < :nine', false],
    ['#n >= :ten AND #n <= :ten', true],
    ['#t < :b', true],
    ['#b > :bytes', true],
    ['#s = :set', true],
    ['#m = :map', true],
    ['#s < :set', false],
    ['#x = :abc', false],
    ['#x <> :abc', true],
    ['#x < :abc', false],
    ['NOT #x < :abc', true],
    ['#t = :ten', false],
    ['#t <> :ten', true],
    ['#t < :ten OR #t >= :ten', false],
    ['#t BETWEEN :ab AND :b', true],
    ['#n BETWEEN :nine AND :nine', false],
    ['#x between :ab and :b', false],
    ['#n = :nine AND #t = :abc OR #n = :ten', true],
    ['#n = :ten OR #t = :b AND #n = :nine', true],
    ['(#n = :ten OR #t = :abc) AND #n = :nine', false],
    ['NOT #n = :nine AND #t = :abc', true],
    ['NOT (#n = :ten AND #t = :abc)', false],
    ['begins_with(#t, :ab)', true],
    ['begins_with(#t, :b)', false],
    ['begins_with(#b, :bytes)', true],
    ['begins_with(#n, :ab)', false],
    ['begins_with(#x, :ab)', false],
    ['#t <> #n', true],
  ])('%s is %s', async (ConditionExpression, expected) => {
    const { client } = await smallTable();
    await put(client, row);
    const used = ([placeholder]: [string, unknown]) => new RegExp(`${placeholder}\\b`).test(ConditionExpression);
    const given = Object.entries(values).filter(used);
    const written = put(
      client,
      {},
      {
        ConditionExpression,
        ExpressionAttributeNames: Object.fromEntries(Object.entries(names).filter(used)),
        ...(given.length === 0 ? {} : { ExpressionAttributeValues: Object.fromEntries(given) }),
      },
    );
    const outcome = await written.then(
      () => true,
      (error: unknown) => {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      },
    );
    expect(outcome).toBe(expected);
    expect(await stored(client)).toEqual(expected ? Key : { ...Key, ...row, bytes: expect.anything() });
  });

  it.each([
    ['with the row where it is asked for', 'ALL_OLD', { ...Key, a: { N: '1' } }],
    ['without it otherwise', 'NONE', undefined],
  ] as const)('that fail say so, %s', async (_what, ReturnValuesOnConditionCheckFailure, Item) => {
    const { client } = await smallTable();
    await put(client, { a: { N: '1' } });
    const condition = {
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ReturnValuesOnConditionCheckFailure,
    };
    const attempts = [
      put(client, {}, condition),
      update(client, condition),
      client.send(new DeleteItemCommand({ TableName, Key, ...condition })),
    ];
    for (const attempt of attempts) {
      const error = await attempt.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ConditionalCheckFailedException);
      expect(error).toMatchObject({ message: 'The conditional request failed', $metadata: { httpStatusCode: 400 } });
      expect((error as ConditionalCheckFailedException).Item).toEqual(Item);
    }
  });
});
