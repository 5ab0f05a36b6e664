import { connect, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { probeTcp } from '../../../lambda/probe/tcp.ts';
import { closedPort, type Listening, listen } from './listen.ts';

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

/** Stands in for the network, attempt by attempt, and remembers the sockets; the last answer is repeated. */
const network = (...answers: (() => Socket)[]) => {
  const sockets: Socket[] = [];
  const open = () => {
    const answer = answers[Math.min(sockets.length, answers.length - 1)] ?? silence;
    const socket = answer();
    sockets.push(socket);
    return socket;
  };
  return { sockets, connect: open };
};

const silence = () => new Socket();
const failure = (code: string) => () =>
  new Socket().destroy(Object.assign(new Error(`connect ${code} 10.0.1.5:80`), { code, syscall: 'connect' }));

describe('what a peer does decides', () => {
  it.each([
    ['accepts and says nothing', () => {}, 20, 'connected', null],
    ['accepts and says nothing', () => {}, 0, 'connected', null],
    ['speaks', (socket: Socket) => socket.write('220 ready\r\n'), 20, 'connected', null],
    ['speaks, then closes', (socket: Socket) => socket.end('220 ready\r\n'), 20, 'connected', null],
    ['resets', (socket: Socket) => socket.resetAndDestroy(), 200, 'reset', 'ECONNRESET'],
    ['closes without a byte', (socket: Socket) => socket.end(), 200, 'closed-early', null],
  ] as const)('a peer that %s, dwell %#', async (_, onAccept, dwellMs, outcome, errno) => {
    const { address, port } = await serve(onAccept);
    const probe = await probeTcp(address, port, { dwellMs });
    expect(probe).toMatchObject({ outcome, errno, detail: null, attempts: 1 });
    expect(new Date(probe.at).toISOString()).toBe(probe.at);
  });

  it('a peer on ::1', async () => {
    const { address, port } = await serve(() => {}, '::1');
    expect(await probeTcp(address, port)).toMatchObject({ outcome: 'connected' });
  });

  it('a port that nothing listens on', async () => {
    const probe = await probeTcp('127.0.0.1', await closedPort());
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
    await probeTcp(address, port, { dwellMs });
    await vi.waitFor(() => expect(endings).toEqual(['ECONNRESET']));
  });

  it('and nothing is left open, whatever the outcome', async () => {
    const held = () => process.getActiveResourcesInfo().filter((name) => /^TCP|Immediate/.test(name));
    const before = held();
    const { address, port, close } = await serve(() => {});
    const { connect: dial, sockets } = network(silence, () => connect({ host: address, port }));
    await probeTcp(address, port);
    await probeTcp(address, port, { deadlineMs: 40, connect: dial });
    await probeTcp(address, port, { deadlineMs: 20, connect: silence });
    await close();
    server = undefined;
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true]);
    expect(held()).toEqual(before);
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
    const { connect: dial, sockets } = network(silence);
    const ended = vi.fn();
    const probing = probeTcp('10.0.1.5', 80, { connect: dial });
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
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['the kernel gives up early on both', [failure('ETIMEDOUT')], 'timed-out', 'ETIMEDOUT', 2],
    ['the kernel gives up on the first alone', [failure('ETIMEDOUT'), silence], 'timed-out', null, 2],
    ['the second finds no descriptor while the first waits', [silence, failure('EMFILE')], 'timed-out', null, 2],
    ['the second is refused while the first waits', [silence, failure('ECONNREFUSED')], 'refused', 'ECONNREFUSED', 2],
    ['the first finds no descriptor', [failure('EMFILE')], 'inconclusive', 'EMFILE', 1],
    ['the first finds no free port', [failure('EADDRNOTAVAIL')], 'inconclusive', 'EADDRNOTAVAIL', 1],
  ] as const)('%s', async (_, answers, outcome, errno, attempts) => {
    const { connect: dial, sockets } = network(...answers);
    const probing = probeTcp('10.0.1.5', 80, { connect: dial, deadlineMs: 1000 });
    for (const ms of [0, 500, 500]) await pass(ms);
    const probe = await probing;
    expect(probe).toMatchObject({ outcome, errno, attempts });
    expect(probe.detail).toBe(outcome === 'inconclusive' ? `connect ${errno} 10.0.1.5:80` : null);
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('two attempts', () => {
  it.each([
    ['the second is answered', (peer: Socket) => network(silence, () => peer)],
    ['the first is answered at last', (peer: Socket) => network(() => peer, silence)],
  ])('%s: connected, and the other is closed', async (_, networkOf) => {
    const { address, port } = await serve(() => {});
    const peer = new Socket({ allowHalfOpen: true });
    const { connect: dial, sockets } = networkOf(peer);
    const onHandshake = vi.fn();
    const probing = probeTcp(address, port, { connect: dial, deadlineMs: 400, onHandshake });
    await vi.waitFor(() => expect(sockets).toHaveLength(2));
    peer.connect({ host: address, port });
    expect(await probing).toMatchObject({ outcome: 'connected', attempts: 2 });
    expect(onHandshake).toHaveBeenCalledTimes(1);
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
  });
});

it('takes an answer that waited while the process stood still for an answer, not for silence', async () => {
  const { address, port } = await serve(() => {});
  // Begun and held up after this round's polling: the timers are due before the sockets are polled again.
  await new Promise((resolve) => setImmediate(resolve));
  const probing = probeTcp(address, port, { deadlineMs: 40 });
  await new Promise((resolve) => process.nextTick(resolve));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  expect(await probing).toMatchObject({ outcome: 'connected', attempts: 1 });
});

it('gives a result where not even a socket could be opened', async () => {
  const probe = await probeTcp('127.0.0.1', 70_000);
  expect(probe).toMatchObject({ outcome: 'inconclusive', errno: 'ERR_SOCKET_BAD_PORT', attempts: 1 });
});
