import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenSocket } from '../../../lambda/probe/open-socket.ts';
import { probeAll } from '../../../lambda/probe/probe-all.ts';
import { closedPort, type Listening, listen } from './listen.ts';
import { failure, network, silence } from './network.ts';
import { WAYS } from './ways.ts';

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
  vi.useRealTimers();
});

/** Time that passes only when it is let: what is silent is so at once, and a busy machine changes nothing. */
function ownTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance', 'Date'] });
}

/** What it gives, when all the time has passed that it waits for. */
async function passed<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return work;
}

const many = <T>(count: number, request: T): T[] => Array.from({ length: count }, () => request);

describe.each(WAYS)('by %s', (_way, open) => {
  it('answers in the order of the requests, whichever ends first', async () => {
    server = await listen(() => {});
    const { address, port } = server;
    const requests = [
      { address, port, name: 'open' },
      { address, port: await closedPort(), name: 'closed' },
      { address, port: 1, name: 'silent' },
      { address, port, name: 'open again' },
    ];
    const dial: OpenSocket = (to, at, ...more) => (at === 1 ? silence() : open(to, at, ...more));
    const probed = await probeAll(requests, { open: dial, deadlineMs: 1000 });
    expect(probed.map(({ request, probe }) => [request.name, probe.outcome, probe.attempts])).toEqual([
      ['open', 'connected', 1],
      ['closed', 'refused', 1],
      ['silent', 'timed-out', 2],
      ['open again', 'connected', 1],
    ]);
  });

  it('gives the place of a finished handshake away at once: connections that dwell count once', async () => {
    server = await listen(() => {});
    const { open: dial, seen } = network(open);
    const probed = await probeAll(many(60, server), { open: dial, maxSockets: 20, dwellMs: 100 });
    expect(probed.every(({ probe }) => probe.outcome === 'connected')).toBe(true);
    expect(seen.most).toBeGreaterThan(10);
    expect(seen.most).toBeLessThanOrEqual(20);
  });

  it('dials thousands of closed ports', async () => {
    const port = await closedPort();
    const requests = Array.from({ length: 3000 }, (_, index) => ({
      address: `127.9.${index >> 8}.${index & 255}`,
      port,
    }));
    const probed = await probeAll(requests, { open, maxSockets: 900 });
    expect(
      probed.every(({ request, probe }, index) => request === requests[index] && probe.outcome === 'refused'),
    ).toBe(true);
  });
});

it('answers nothing to nothing', async () => {
  expect(await probeAll([])).toEqual([]);
});

it('never dials the same port twice in one turn of the event loop', async () => {
  ownTime();
  const { open, sockets } = network(silence);
  const dialled = () => sockets.map(({ address, port }) => `${address}:${port}`);
  const requests = [
    { address: '10.0.1.5', port: 80 },
    { address: '10.0.1.5', port: 443 },
    { address: '10.0.1.6', port: 80 },
    { address: '10.0.1.5', port: 80 },
    { address: '10.0.1.5', port: 8080 },
  ];
  const probing = probeAll(requests, { open });
  expect(dialled()).toEqual(['10.0.1.5:80', '10.0.1.5:443', '10.0.1.6:80']);
  await vi.advanceTimersByTimeAsync(0);
  expect(dialled().slice(3)).toEqual(['10.0.1.5:80', '10.0.1.5:8080']);
  await passed(probing);
});

describe('sockets in flight', () => {
  beforeEach(ownTime);

  it.each([2, 3, 16, 900])(
    'stay within %i where everything is silent, and every endpoint gets its retry',
    async (max) => {
      const { open, seen, sockets } = network(silence);
      const requests = many(Math.min(2 * max, 500), { address: '10.0.1.5', port: 80 });
      const probed = await passed(probeAll(requests, { open, maxSockets: max }));
      expect(probed.every(({ probe }) => probe.outcome === 'timed-out' && probe.attempts === 2)).toBe(true);
      expect(sockets).toHaveLength(2 * requests.length);
      expect(seen.most).toBeLessThanOrEqual(max);
    },
  );

  it('are all closed at the end', async () => {
    const { open, sockets } = network(silence, failure('EMFILE', true), failure('ECONNREFUSED'), silence);
    await passed(probeAll(many(50, { address: '10.0.1.5', port: 80 }), { open }));
    expect(sockets.every(({ closed }) => closed)).toBe(true);
  });

  it('that cannot be opened are no reason to stop, however many they are', async () => {
    const requests = Array.from({ length: 20_000 }, (_, port) => ({ address: '10.0.1.5', port }));
    const probed = await passed(probeAll(requests, { open: failure('EMFILE', true), maxSockets: 2 }));
    expect(new Set(probed.map(({ probe }) => probe.errno))).toEqual(new Set(['EMFILE']));
  });
});

describe('bounds', () => {
  it.each([
    ['more endpoints than by default', many(20_001, { address: '10.0.1.5', port: 80 }), {}, '20001 endpoints'],
    ['more endpoints than asked for', many(3, { address: '10.0.1.5', port: 80 }), { maxEndpoints: 2 }, 'are 0 to 2'],
    ['more sockets than a function has', [], { maxSockets: 901 }, '901 sockets asked for; allowed are 2 to 900'],
    ['too few sockets for a retry', [], { maxSockets: 1 }, '1 sockets asked for; allowed are 2 to 900'],
    ['a part of a socket', [], { maxSockets: 2.5 }, '2.5 sockets'],
    ['no number', [], { maxSockets: Number.NaN }, 'NaN sockets'],
  ])('refuses %s, and dials nothing', async (_, requests, options, message) => {
    const { open, sockets } = network(silence);
    await expect(probeAll(requests, { ...options, open })).rejects.toThrow(message);
    expect(sockets).toHaveLength(0);
  });

  it('begins no probe that might outlast the time for all', async () => {
    ownTime();
    const { open, sockets } = network(silence);
    const requests = many(6, { address: '10.0.1.5', port: 80 });
    const probed = await passed(probeAll(requests, { open, maxSockets: 4, withinMs: 6000 }));
    expect(probed.map(({ probe }) => [probe.outcome, probe.attempts])).toEqual([
      ...many(2, ['timed-out', 2]),
      ...many(4, ['inconclusive', 0]),
    ]);
    expect(probed[5]?.probe.detail).toContain('the time allowed');
    expect(sockets).toHaveLength(4);
  });
});
