import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../lambda/handlers/prober.ts';
import type { OpenSocket } from '../../../lambda/probe/open-socket.ts';
import { closedPort, type Listening, listen } from '../probe/listen.ts';

/** Every address leads to loopback here, since the handler itself refuses to dial it. */
const dialled = vi.hoisted((): string[] => []);
vi.mock(import('../../../lambda/probe/choose-opener.ts'), async (original) => {
  const { chooseOpener } = await original();
  return {
    chooseOpener: (load: unknown): OpenSocket => {
      const open = chooseOpener(load);
      return (address, port, owner, listener) => {
        dialled.push(`${address} ${port}`);
        return open('127.0.0.1', port, owner, listener);
      };
    },
  };
});

let server: Listening;
beforeEach(async () => {
  dialled.length = 0;
  vi.stubEnv('ORIGIN_DOCTOR_CIDRS', '10.0.0.0/16');
  vi.stubEnv('ORIGIN_DOCTOR_PORTS', '1024-65535');
  server = await listen(() => {});
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const web = { id: 'web', address: '10.0.1.5', port: 8080 };

it('dials what it is handed and says what it saw', async () => {
  const { port } = server;
  const closed = await closedPort();
  const endpoints = [
    { id: 'open', address: '10.0.1.5', port },
    { id: 'closed', address: '10.0.1.6', port: closed },
  ];
  const { results } = await handler({ endpoints, deadlineMs: 1000, dwellMs: 0 });
  expect(results.map(({ id, outcome, errno }) => [id, outcome, errno])).toEqual([
    ['open', 'connected', null],
    ['closed', 'refused', 'ECONNREFUSED'],
  ]);
  expect(Object.keys(results[0] ?? {}).sort()).toEqual([
    'at',
    'attempts',
    'detail',
    'elapsedMs',
    'errno',
    'id',
    'outcome',
  ]);
  expect(dialled).toEqual([`10.0.1.5 ${port}`, `10.0.1.6 ${closed}`]);
});

it('begins nothing that it could not answer in the time that the invocation has left', async () => {
  const context = { getRemainingTimeInMillis: () => 3000 };
  const { results } = await handler({ endpoints: [web] }, context);
  expect(results).toMatchObject([{ id: 'web', outcome: 'inconclusive', attempts: 0 }]);
  expect(dialled).toEqual([]);
});

describe('refuses the whole request, and dials nothing', () => {
  it.each([
    ['no event', undefined, 'the event is missing'],
    ['a list', [web], 'allowed is an object'],
    ['no endpoints', {}, 'endpoints is missing; allowed is a list'],
    ['endpoints that are no list', { endpoints: { web } }, 'endpoints is {"web"'],
    ['too many endpoints', { endpoints: Array.from({ length: 20_001 }, () => web) }, '20001; allowed is at most 20000'],
    ['an endpoint that is none', { endpoints: [web, null] }, 'endpoints[1] is null'],
    ['an id that is no text', { endpoints: [{ ...web, id: 7 }] }, 'endpoints[0].id is 7'],
    [
      'an address that is no text',
      { endpoints: [{ ...web, address: 167772421 }] },
      'endpoints[0].address is 167772421',
    ],
    ['a port as text', { endpoints: [{ ...web, port: '8080' }] }, 'endpoints[0].port is "8080"'],
    [
      'a name',
      { endpoints: [web, { ...web, address: 'db.internal' }] },
      'endpoints[1]: "db.internal" is not a literal',
    ],
    ['metadata', { endpoints: [web, { ...web, address: '169.254.169.254' }] }, 'which is never dialled'],
    [
      'another network',
      { endpoints: [web, { ...web, address: '10.1.0.1' }] },
      '10.1.0.1 lies outside the allowed ranges 10.0.0.0/16',
    ],
    [
      'another port',
      { endpoints: [web, { ...web, port: 22 }] },
      'port 22 of 10.0.1.5 lies outside the allowed ports 1024-65535',
    ],
    [
      'a deadline too short',
      { endpoints: [web], deadlineMs: 99 },
      'deadlineMs is 99; allowed is a number of milliseconds from 100 to 10000',
    ],
    ['a deadline too long', { endpoints: [web], deadlineMs: 10_001 }, 'deadlineMs is 10001'],
    ['a deadline that is none', { endpoints: [web], deadlineMs: null }, 'deadlineMs is null'],
    [
      'a dwell below zero',
      { endpoints: [web], dwellMs: -1 },
      'dwellMs is -1; allowed is a number of milliseconds from 0 to 1000',
    ],
    ['a dwell too long', { endpoints: [web], dwellMs: 1001 }, 'dwellMs is 1001'],
    ['a dwell as text', { endpoints: [web], dwellMs: '20' }, 'dwellMs is "20"'],
  ])('%s', async (_, event, message) => {
    await expect(handler(event)).rejects.toThrow(message);
    await expect(handler(event)).rejects.toThrow('nothing was dialled');
    expect(dialled).toEqual([]);
  });

  it.each(['ORIGIN_DOCTOR_CIDRS', 'ORIGIN_DOCTOR_PORTS'])('without %s', async (name) => {
    vi.stubEnv(name, undefined);
    await expect(handler({ endpoints: [web] })).rejects.toThrow(`${name} is not set`);
    expect(dialled).toEqual([]);
  });
});
