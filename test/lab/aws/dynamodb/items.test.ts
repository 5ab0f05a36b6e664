import { DeleteItemCommand, GetItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { smallWorld } from '../small-world.ts';
import { type Attributes, Key, put, stored, update } from './one-row.ts';
import { smallTable, TableName } from './small-table.ts';

describe('rows', () => {
  it('are kept with every type of value', async () => {
    const { client } = await smallTable();
    const row: Attributes = {
      text: { S: 'ü' },
      number: { N: '-1.5' },
      bytes: { B: Buffer.from([0, 255]) },
      yes: { BOOL: true },
      none: { NULL: true },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '2'] },
      list: { L: [{ S: 'a' }, { N: '1' }] },
      map: { M: { inner: { S: 'x' } } },
    };
    await put(client, row);
    const found = await stored(client);
    expect(found).toEqual({ ...Key, ...row, bytes: { B: new Uint8Array([0, 255]) } });
  });

  it('are replaced, given back and taken away', async () => {
    const { client } = await smallTable();
    expect((await put(client, { a: { N: '1' } }, { ReturnValues: 'ALL_OLD' })).Attributes).toBeUndefined();
    const replaced = await put(client, { b: { N: '2' } }, { ReturnValues: 'ALL_OLD' });
    expect(replaced.Attributes).toEqual({ ...Key, a: { N: '1' } });
    const gone = await client.send(new DeleteItemCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }));
    expect(gone.Attributes).toEqual({ ...Key, b: { N: '2' } });
    expect(await stored(client)).toBeUndefined();
    expect(await client.send(new DeleteItemCommand({ TableName, Key }))).not.toHaveProperty('Attributes');
  });

  it('are cut to the attributes asked for', async () => {
    const { client } = await smallTable();
    await put(client, { a: { N: '1' }, b: { N: '2' } });
    const answer = await client.send(
      new GetItemCommand({
        TableName,
        Key,
        ProjectionExpression: '#a, #c',
        ExpressionAttributeNames: { '#a': 'a', '#c': 'c' },
      }),
    );
    expect(answer.Item).toEqual({ a: { N: '1' } });
  });

  it('of 400 KB are kept, and not with a byte more', async () => {
    const { client } = await smallTable();
    // Names and key texts count: pk, p, sk, s and data are ten bytes.
    const data = (bytes: number) => ({ data: { B: Buffer.alloc(bytes) } });
    await put(client, data(409_590));
    await expect(put(client, data(409_591))).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Item size has exceeded the maximum allowed size',
    });
    const grown = update(client, {
      UpdateExpression: 'SET #x = :x',
      ExpressionAttributeNames: { '#x': 'x' },
      ExpressionAttributeValues: { ':x': { S: 'x' } },
    });
    await expect(grown).rejects.toThrow('Item size to update has exceeded the maximum allowed size');
  });
});

describe('bad requests', () => {
  const condition = (ConditionExpression: string, more: Partial<PutItemCommandInput> = {}) => ({
    ConditionExpression,
    ExpressionAttributeNames: { '#a': 'a' },
    ...more,
  });
  const one = { ExpressionAttributeValues: { ':one': { N: '1' } } };

  it.each<[string, Partial<PutItemCommandInput>, string]>([
    ['another table', { TableName: 'other' }, 'Requested resource not found'],
    ['a row without a key', { Item: { pk: { S: 'p' } } }, 'Missing the key sk in the item'],
    [
      'a key of another type',
      { Item: { pk: { N: '1' }, sk: { S: 's' } } },
      'Type mismatch for key pk expected: S actual: N',
    ],
    ['an empty key', { Item: { pk: { S: '' }, sk: { S: 's' } } }, 'cannot contain an empty string value. Key: pk'],
    ['a partition key that is too long', { Item: { pk: { S: 'x'.repeat(2049) }, sk: { S: 's' } } }, 'Size of hashkey'],
    ['a sort key that is too long', { Item: { pk: { S: 'p' }, sk: { S: 'x'.repeat(1025) } } }, 'all range keys'],
    ['what is no number', { Item: { ...Key, a: { N: 'ten' } } }, 'cannot be converted to a numeric value: ten'],
    ['an empty set', { Item: { ...Key, a: { SS: [] } } }, 'set may not be empty'],
    ['a name that is not given', condition('attribute_exists(#a) AND attribute_exists(#b)'), 'attribute name: #b'],
    ['a value that is not given', condition('#a = :two'), 'attribute value: :two'],
    ['a value that is not used', condition('attribute_exists(#a)', one), 'unused in expressions: keys: {:one}'],
    ['a function that is not', condition('exists(#a)'), 'Invalid function name; function: exists'],
    ['an open parenthesis', condition('(#a = :one', one), 'Syntax error; token: "<EOF>"'],
    ['two conditions in a row', condition('#a = :one #a = :one', one), 'Syntax error; token: "#a"'],
    ['a sign that belongs to nothing', condition('#a ! :one', one), 'Syntax error; token: "!"'],
    ['an attribute against itself', condition('#a = #a'), 'The first operand must be distinct'],
    ['a prefix that is no text', condition('begins_with(#a, :one)', one), 'operand type: N'],
    ['another kind of answer', { ReturnValues: 'ALL_NEW' }, 'Return values set to invalid value'],
  ])('%s', async (_what, more, message) => {
    const { client } = await smallTable();
    const name = message.includes('resource not found') ? 'ResourceNotFoundException' : 'ValidationException';
    await expect(put(client, {}, more)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
    expect(await stored(client)).toBeUndefined();
  });

  it.each([
    ['too few keys', { pk: { S: 'p' } }],
    ['another attribute', { ...Key, a: { S: 'a' } }],
    ['a number', { pk: { S: 'p' }, sk: { N: '1' } }],
  ])('a key of %s', async (_what, key) => {
    const { client } = await smallTable();
    const asked = client.send(new GetItemCommand({ TableName, Key: key }));
    await expect(asked).rejects.toThrow('The provided key element does not match the schema');
  });

  it.each<[string, Partial<PutItemCommandInput>, string]>([
    ['bare names', { ConditionExpression: 'attribute_exists(pk)' }, 'wants attribute names as #pk'],
    ['what it has no function for', condition('contains(#a, :one)', one), 'does not know contains'],
    ['legacy parameters', { Expected: { a: { Exists: false } } }, 'does not know the parameters Expected'],
    ['numbers of more digits than it keeps', { Item: { ...Key, a: { N: '1234567890123456' } } }, 'keeps 15 digits'],
  ])('the lab fails on %s rather than guess', async (_what, more, message) => {
    const { client } = await smallTable();
    await expect(put(client, {}, more)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 500 },
    });
  });

  it('what the world forbids', async () => {
    const { client, endpoint } = await smallTable(smallWorld({ forbidden: ['dynamodb:PutItem'] }));
    await expect(put(client, {})).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/memory',
      ),
    });
    expect(endpoint.calls()).toEqual({ 'dynamodb:PutItem': 1 });
  });
});
