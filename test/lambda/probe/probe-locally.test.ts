import { afterEach, expect, it } from 'vitest';
import { openByNetSocket } from '../../../lambda/probe/open-by-net-socket.ts';
import type { OpenSocket } from '../../../lambda/probe/open-socket.ts';
import { probeLocally } from '../../../lambda/probe/probe-locally.ts';
import { closedPort, type Listening, listen } from './listen.ts';
import { endpoint, vantagePoint } from './work.ts';

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Every address leads to loopback, since special addresses are refused before they come here. */
const loopback = () => {
  const dialled: string[] = [];
  const open: OpenSocket = (address, ...more) => {
    dialled.push(address);
    return openByNetSocket('127.0.0.1', ...more);
  };
  return { dialled, open };
};

it('dials every endpoint of every place, and answers in that order', async () => {
  server = await listen(() => {});
  const { dialled, open } = loopback();
  const closed = { port: await closedPort(), address: '203.0.113.9' };
  const work = [
    { vantagePoint: vantagePoint(), endpoints: [endpoint('web', { port: server.port }), endpoint('api', closed)] },
    { vantagePoint: vantagePoint({ id: 'here', zone: null }), endpoints: [endpoint('web', { port: server.port })] },
  ];
  const results = await probeLocally({ open })(work);
  expect(results).toMatchObject([
    { endpoint: 'web', vantagePoint: 'shop@eu-west-1a', zone: 'eu-west-1a', outcome: 'connected', errno: null },
    { endpoint: 'api', vantagePoint: 'shop@eu-west-1a', zone: 'eu-west-1a', outcome: 'refused' },
    { endpoint: 'web', vantagePoint: 'here', zone: null, outcome: 'connected' },
  ]);
  expect(dialled).toEqual(['10.0.1.5', '203.0.113.9', '10.0.1.5']);
});

it.each([
  ['loopback', { address: '127.0.0.1' }, '127.0.0.1 lies in 127.0.0.0/8 (loopback), which is never dialled'],
  ['mapped loopback', { address: '::ffff:127.0.0.1' }, 'which is never dialled'],
  ['metadata', { address: '169.254.169.254' }, 'which is never dialled'],
  ['a name', { address: 'db.internal' }, 'is not a literal'],
  ['no address', { address: null }, 'its address is not known'],
  ['no address, with a reason', { address: null, addressUnknown: 'no such interface' }, 'no such interface'],
])('%s is inconclusive, not dialled, and hinders no other', async (_, change, detail) => {
  server = await listen(() => {});
  const { dialled, open } = loopback();
  const endpoints = [endpoint('odd', change), endpoint('web', { port: server.port })];
  const results = await probeLocally({ open })([{ vantagePoint: vantagePoint(), endpoints }]);
  expect(results.map(({ outcome, attempts }) => [outcome, attempts])).toEqual([
    ['inconclusive', 0],
    ['connected', 1],
  ]);
  expect(results[0]?.detail).toContain(detail);
  expect(dialled).toEqual(['10.0.1.5']);
});
