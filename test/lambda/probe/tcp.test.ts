import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closedPort, type Listening, listen } from './listen.ts';
import { failure, late, network, silence } from './network.ts';
import { probeOnce } from './probe-once.ts';
import { WAYS } from './ways.ts';

let server: Listening | undefined;
const serve = async (onAccept: (socket: Socket) => void, address?: string) => {
  server = await listen(onAccept, address);
  return server;
};

afterEach(async () => {
  await server?.close();
  server = undefined;
  vi.useRealTimers();
});

/** What keeps this process alive for the sake of a socket. */
const held = () => process.getActiveResourcesInfo().filter((name) => /^TCP|Immediate/.test(name));

describe.each(WAYS)('by %s', (_way, open) => {
  describe('what a peer does decides', () => {
    it.each([
      ['accepts and says nothing', () => {}, 20, 'connected', null],
      ['accepts and says nothing', () => {}, 0, 'connected', null],
      ['speaks', (socket: Socket) => socket.write('220 ready\r\n'), 20, 'connected', null],
      ['speaks, then closes', (socket: Socket) => socket.end('220 ready\r\n'), 20, 'connected', null],
      ['speaks at length', (socket: Socket) => socket.write('x'.repeat(1_000_000)), 200, 'connected', null],
      ['resets', (socket: Socket) => socket.resetAndDestroy(), 200, 'reset', 'ECONNRESET'],
      ['closes without a byte', (socket: Socket) => socket.end(), 200, 'closed-early', null],
    ] as const)('a peer that %s, dwell %#', async (_, onAccept, dwellMs, outcome, errno) => {
      const { address, port } = await serve(onAccept);
      const probe = await probeOnce(address, port, { open, dwellMs });
      expect(probe).toMatchObject({ outcome, errno, detail: null, attempts: 1 });
      expect(new Date(probe.at).toISOString()).toBe(probe.at);
    });

    it('a peer on ::1', async () => {
      const { address, port } = await serve(() => {}, '::1');
      expect(await probeOnce(address, port, { open })).toMatchObject({ outcome: 'connected' });
    });

    it.each(['127.0.0.1', '::1'])('a port of %s that nothing listens on', async (address) => {
      const probe = await probeOnce(address, await closedPort(address), { open });
      expect(probe).toMatchObject({ outcome: 'refused', errno: 'ECONNREFUSED', detail: null, attempts: 1 });
    });
  });

  describe('connections end by reset', () => {
    it.each([
      ['after the dwell', () => {}, 20],
      ['without a dwell', () => {}, 0],
      ['when the peer spoke', (socket: Socket) => socket.write('220 ready\r\n'), 20],
      ['when the peer closed', (socket: Socket) => socket.end(), 200],
    ] as const)('%s', async (_, onAccept, dwellMs) => {
      const { address, port, endings } = await serve(onAccept);
      await probeOnce(address, port, { open, dwellMs });
      await vi.waitFor(() => expect(endings).toEqual(['ECONNRESET']));
    });

    it('and nothing is left open, whatever the outcome', async () => {
      const before = held();
      const { address, port, close } = await serve(() => {});
      const second = network(silence, open);
      await probeOnce(address, port, { open });
      await probeOnce(address, port, { open, dwellMs: 0 });
      await probeOnce(address, await closedPort(), { open });
      await probeOnce(address, port, { deadlineMs: 1000, open: second.open });
      await probeOnce(address, port, { deadlineMs: 20, open: silence });
      await close();
      server = undefined;
      expect(second.sockets.map(({ closed }) => closed)).toEqual([true, true]);
      await vi.waitFor(() => expect(held()).toEqual(before));
    });
  });

  describe('two attempts', () => {
    it('the second is answered: connected, and the first is closed', async () => {
      const { address, port } = await serve(() => {});
      const { open: dial, sockets } = network(silence, open);
      const released = vi.fn();
      const probe = await probeOnce(address, port, { open: dial, deadlineMs: 1000 }, released);
      expect(probe).toMatchObject({ outcome: 'connected', attempts: 2 });
      expect(released.mock.calls).toEqual([[1], [1]]);
      expect(sockets.map(({ closed }) => closed)).toEqual([true, true]);
    });

    it('the first is answered at last: connected, and the second is closed', async () => {
      const { address, port } = await serve(() => {});
      const first = late(open);
      const { open: dial, sockets } = network(first.open, silence);
      const released = vi.fn();
      const probing = probeOnce(address, port, { open: dial, deadlineMs: 1000 }, released);
      await vi.waitFor(() => expect(sockets).toHaveLength(2));
      first.start();
      expect(await probing).toMatchObject({ outcome: 'connected', attempts: 2 });
      expect(released.mock.calls).toEqual([[1], [1]]);
      expect(sockets.map(({ closed }) => closed)).toEqual([true, true]);
    });

    it('the second is refused while the first waits: refused, and both are given back', async () => {
      const released = vi.fn();
      const { open: dial, sockets } = network(silence, open);
      const probe = await probeOnce('127.0.0.1', await closedPort(), { open: dial, deadlineMs: 1000 }, released);
      expect(probe).toMatchObject({ outcome: 'refused', attempts: 2 });
      expect(released.mock.calls).toEqual([[2]]);
      expect(sockets.map(({ closed }) => closed)).toEqual([true, true]);
    });
  });

  it('takes an answer that waited while the process stood still for an answer, not for silence', async () => {
    const { address, port } = await serve(() => {});
    // Begun and held up after this round's polling: the timers are due before the sockets are polled again.
    await new Promise((resolve) => setImmediate(resolve));
    const probing = probeOnce(address, port, { open, deadlineMs: 40 });
    await new Promise((resolve) => process.nextTick(resolve));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    expect(await probing).toMatchObject({ outcome: 'connected', attempts: 1 });
  });

  it.each([70_000, -1, 1.5])('gives a result where not even a socket could be opened (port %d)', async (port) => {
    const probe = await probeOnce('127.0.0.1', port, { open });
    expect(probe).toMatchObject({ outcome: 'inconclusive', errno: 'ERR_SOCKET_BAD_PORT', attempts: 1 });
    expect(probe.detail).toContain(String(port));
  });
});

describe('silence', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  });

  /** Lets time pass, and then the event loop go round once. */
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };

  it('is called so at the one deadline of both attempts', async () => {
    const { open, sockets } = network(silence);
    const ended = vi.fn();
    const probing = probeOnce('10.0.1.5', 80, { open });
    probing.then(ended, ended);
    const seen: [number, number, number][] = [];
    for (const ms of [0, 1999, 1, 1999, 1]) {
      await pass(ms);
      seen.push([performance.now(), sockets.length, ended.mock.calls.length]);
    }
    const start = seen[0]?.[0] ?? 0;
    expect(seen.map(([at, ...counts]) => [at - start, ...counts])).toEqual([
      [0, 1, 0],
      [1999, 1, 0],
      [2000, 2, 0],
      [3999, 2, 0],
      [4000, 2, 1],
    ]);
    expect(await probing).toMatchObject({ outcome: 'timed-out', errno: null, attempts: 2, elapsedMs: 4000 });
    expect(sockets.every(({ closed }) => closed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['the kernel gives up early on both', [failure('ETIMEDOUT')], 'timed-out', 'ETIMEDOUT', 2],
    ['the kernel gives up on the first alone', [failure('ETIMEDOUT'), silence], 'timed-out', null, 2],
    ['the second finds no descriptor while the first waits', [silence, failure('EMFILE', true)], 'timed-out', null, 2],
    ['the second is refused while the first waits', [silence, failure('ECONNREFUSED')], 'refused', 'ECONNREFUSED', 2],
    ['the first finds no descriptor', [failure('EMFILE', true)], 'inconclusive', 'EMFILE', 1],
    ['the first finds no free port', [failure('EADDRNOTAVAIL', true)], 'inconclusive', 'EADDRNOTAVAIL', 1],
    ['this host has no route', [failure('EHOSTUNREACH', true)], 'inconclusive', 'EHOSTUNREACH', 1],
    ['a router has no route', [failure('EHOSTUNREACH')], 'unreachable', 'EHOSTUNREACH', 1],
  ] as const)('%s', async (_, answers, outcome, errno, attempts) => {
    const { open, sockets } = network(...answers);
    const probing = probeOnce('10.0.1.5', 80, { open, deadlineMs: 1000 });
    for (const ms of [0, 500, 500]) await pass(ms);
    const probe = await probing;
    expect(probe).toMatchObject({ outcome, errno, attempts });
    expect(probe.detail).toBe(outcome === 'inconclusive' ? `connect ${errno} 10.0.1.5:80` : null);
    expect(sockets.every(({ closed }) => closed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
