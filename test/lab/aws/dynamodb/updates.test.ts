import { describe, expect, it } from 'vitest';
import { type Attributes, Key, put, stored, update } from './one-row.ts';
import { smallTable } from './small-table.ts';

describe('updates', () => {
  const names = { '#a': 'a', '#b': 'b', '#c': 'c' };
  const values: Attributes = { ':one': { N: '1' }, ':two': { N: '2' }, ':text': { S: 'x' } };

  it.each<[string, Attributes, Attributes]>([
    ['SET #a = :one', {}, { a: { N: '1' } }],
    ['SET #a = #a + :one', { a: { N: '41' } }, { a: { N: '42' } }],
    ['SET #a = :one - #a', { a: { N: '41' } }, { a: { N: '-40' } }],
    ['SET #a = if_not_exists(#a, :one)', {}, { a: { N: '1' } }],
    ['SET #a = if_not_exists(#a, :one)', { a: { S: 'old' } }, { a: { S: 'old' } }],
    ['SET #a = if_not_exists(#a, :one) + :two', {}, { a: { N: '3' } }],
    ['SET #a = #b, #b = :two', { a: { N: '8' }, b: { N: '9' } }, { a: { N: '9' }, b: { N: '2' } }],
    ['REMOVE #a, #c', { a: { N: '8' }, b: { N: '9' } }, { b: { N: '9' } }],
    ['remove #b set #a = :text', { b: { N: '9' } }, { a: { S: 'x' } }],
  ])('%s of %j', async (UpdateExpression, before, after) => {
    const { client } = await smallTable();
    if (Object.keys(before).length > 0) await put(client, before);
    await update(client, { UpdateExpression, ...used(UpdateExpression) });
    expect(await stored(client)).toEqual({ ...Key, ...after });
  });

  it.each([
    ['NONE', undefined],
    ['ALL_OLD', { ...Key, a: { N: '1' }, b: { N: '2' } }],
    ['UPDATED_OLD', { a: { N: '1' } }],
    ['ALL_NEW', { ...Key, a: { N: '2' }, b: { N: '2' } }],
    ['UPDATED_NEW', { a: { N: '2' } }],
  ] as const)('answer with %s', async (ReturnValues, expected) => {
    const { client } = await smallTable();
    await put(client, { a: { N: '1' }, b: { N: '2' } });
    const answer = await update(client, { UpdateExpression: 'SET #a = :two', ...used('#a :two'), ReturnValues });
    expect(answer.Attributes).toEqual(expected);
  });

  it.each<[string, Attributes, string]>([
    ['SET #a = #b', {}, 'The provided expression refers to an attribute that does not exist in the item'],
    ['SET #a = #b + :one', { b: { S: 'x' } }, 'An operand in the update expression has an incorrect data type'],
    ['SET #a = :one, #a = :two', {}, 'Two document paths overlap'],
    ['SET #a = :one SET #b = :two', {}, 'The "SET" section can only be used once'],
    ['SET #a :one', {}, 'Invalid UpdateExpression: Syntax error; token: ":one", near: "#a :one"'],
    ['SET #a = ', {}, 'Invalid UpdateExpression: Syntax error; token: "<EOF>"'],
    ['CHANGE #a', {}, 'Syntax error; token: "CHANGE"'],
    ['SET #a = max(#b, :one)', {}, 'Invalid UpdateExpression: Invalid function name; function: max'],
    [' ', {}, 'Invalid UpdateExpression: The expression can not be empty;'],
  ])('%s of %j is refused', async (UpdateExpression, before, message) => {
    const { client } = await smallTable();
    await put(client, before);
    const refused = update(client, { UpdateExpression, ...used(UpdateExpression) });
    await expect(refused).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
    expect(await stored(client)).toEqual({ ...Key, ...before });
  });

  it('of a key are refused', async () => {
    const { client } = await smallTable();
    const refused = update(client, {
      UpdateExpression: 'SET #sk = :one',
      ExpressionAttributeNames: { '#sk': 'sk' },
      ExpressionAttributeValues: { ':one': { S: '1' } },
    });
    await expect(refused).rejects.toThrow('Cannot update attribute sk. This attribute is part of the key');
  });

  function used(expression: string) {
    const among = <T>(given: Record<string, T>) =>
      Object.fromEntries(Object.entries(given).filter(([name]) => new RegExp(`${name}\\b`).test(expression)));
    const known = { ExpressionAttributeNames: among(names), ExpressionAttributeValues: among(values) };
    return Object.fromEntries(Object.entries(known).filter(([, given]) => Object.keys(given).length > 0));
  }
});
