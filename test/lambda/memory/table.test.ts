import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeActions } from '../../../lambda/actions.ts';
import { baselineOf } from '../../../lambda/memory/baseline-of.ts';
import { claimCheck } from '../../../lambda/memory/claim-check.ts';
import { closeWindow } from '../../../lambda/memory/close-window.ts';
import { configurationChangedAt } from '../../../lambda/memory/configuration-changed-at.ts';
import { firstSeen } from '../../../lambda/memory/first-seen.ts';
import { keepBaseline } from '../../../lambda/memory/keep-baseline.ts';
import { markConfigurationChanged } from '../../../lambda/memory/mark-configuration-changed.ts';
import { openTable } from '../../../lambda/memory/open-table.ts';
import { openWindow } from '../../../lambda/memory/open-window.ts';
import { openWindows } from '../../../lambda/memory/open-windows.ts';
import { readMemory } from '../../../lambda/memory/read-memory.ts';
import { recentChanges } from '../../../lambda/memory/recent-changes.ts';
import { recordChange } from '../../../lambda/memory/record-change.ts';
import type { Table } from '../../../lambda/memory/table.ts';
import { TableError } from '../../../lambda/memory/table-error.ts';
import { writeMemory } from '../../../lambda/memory/write-memory.ts';
import { keptTable, START } from './kept-table.ts';

const EVENT = { reason: 'deploy', at: START, eventId: 'one', step: null };

/** Every function of the folder, and the operation that it begins with. */
const CALLS: readonly (readonly [string, string, (table: Table) => Promise<unknown>])[] = [
  ['readMemory', 'GetItem', (table) => readMemory(table, ['alb'])],
  ['writeMemory', 'PutItem', (table) => writeMemory(table, 'alb', { subjects: {} }, 0, START)],
  ['firstSeen', 'PutItem', (table) => firstSeen(table, 'one', START)],
  ['openWindow', 'GetItem', (table) => openWindow(table, 'alb', EVENT)],
  ['openWindows', 'GetItem', (table) => openWindows(table, ['alb'])],
  ['closeWindow', 'GetItem', (table) => closeWindow(table, 'alb', { at: START, spent: false })],
  ['claimCheck', 'PutItem', (table) => claimCheck(table, 'alb', 30)],
  ['recordChange', 'PutItem', (table) => recordChange(table, change)],
  ['recentChanges', 'Query', (table) => recentChanges(table, ['sg-1'], START)],
  ['markConfigurationChanged', 'UpdateItem', (table) => markConfigurationChanged(table, START)],
  ['configurationChangedAt', 'GetItem', (table) => configurationChangedAt(table)],
  ['keepBaseline', 'PutItem', (table) => keepBaseline(table, 'gate', {}, START)],
  ['baselineOf', 'GetItem', (table) => baselineOf(table, 'gate')],
];

const change = { eventId: 'one', event: 'Deploy', who: 'alice', when: START, resources: ['sg-1'], summary: 'new' };

/** Loses the answers to the first `count` requests of this kind, after the table has carried them out. */
function loseAnswers(client: Awaited<ReturnType<typeof keptTable>>['client'], operation: string, count: number): void {
  let left = count;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (context.commandName !== `${operation}Command` || left === 0) return answer;
      left -= 1;
      throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
    },
    { step: 'deserialize', priority: 'high' },
  );
}

describe('a table that cannot be asked', () => {
  it.each(CALLS)('%s says which operation failed, and why', async (_name, operation, call) => {
    const { table } = await keptTable();
    const error = await call({ ...table, name: 'other' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TableError);
    expect(error).toMatchObject({
      operation,
      table: 'other',
      message: `${operation} on the table other: ResourceNotFoundException: Requested resource not found`,
    });
  });

  it('because it is forbidden says so', async () => {
    const { table } = await keptTable({ forbidden: ['dynamodb:GetItem'] });
    await expect(readMemory(table, ['alb'])).rejects.toThrow(
      /^GetItem on the table origin-doctor: AccessDeniedException: User: .* dynamodb:GetItem/,
    );
  });

  it('because nobody answers says so', async () => {
    const { table, client } = await keptTable();
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    client.config.endpoint = async () => ({ protocol: 'http:', hostname: '127.0.0.1', port, path: '/' });
    await expect(readMemory(table, ['alb'])).rejects.toThrow(/^GetItem on the table origin-doctor: .*ECONNREFUSED/);
  });
});

it('is asked with the actions that the policy grants, all of them and no others', async () => {
  const { table, endpoint } = await keptTable();
  for (const [, , call] of CALLS) await call(table);
  // A second baseline that does not fit one row is written in parts and taken away again.
  const random = Array.from({ length: 100_000 }, () => Math.random().toString(36).slice(2)).join('');
  await keepBaseline(table, 'gate', random, START);
  expect(Object.keys(endpoint.calls()).sort()).toEqual([...writeActions.table].sort());
});

describe('an answer that was lost on its way, so that the request is sent twice', () => {
  it.each<[string, string, (table: Table) => Promise<unknown>, unknown]>([
    ['first seen', 'PutItem', (table) => firstSeen(table, 'one', START), true],
    ['a check', 'PutItem', (table) => claimCheck(table, 'alb', 30), true],
    ['a baseline', 'PutItem', (table) => keepBaseline(table, 'gate', {}, START), true],
    ['memory', 'PutItem', (table) => writeMemory(table, 'alb', { subjects: {} }, 0, START), 'written'],
    ['a change of configuration', 'UpdateItem', (table) => markConfigurationChanged(table, START), undefined],
  ])('%s is claimed all the same', async (_what, operation, call, expected) => {
    const { table, client, endpoint } = await keptTable();
    loseAnswers(client, operation, 1);
    expect(await call(table)).toBe(expected);
    expect(endpoint.calls()[`dynamodb:${operation}`]).toBe(2);
  });

  it('a window is opened once', async () => {
    const { table, client } = await keptTable();
    loseAnswers(client, 'PutItem', 1);
    await openWindow(table, 'alb', EVENT);
    expect((await openWindows(table, ['alb'])).windows['alb']).toMatchObject({ openedAt: START, latestAt: START });
  });
});

it('is found through the environment', async () => {
  const { endpoint } = await keptTable();
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint.url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await firstSeen(openTable('origin-doctor'), 'one', START)).toBe(true);
  expect(endpoint.calls()).toEqual({ 'dynamodb:PutItem': 1 });
});
