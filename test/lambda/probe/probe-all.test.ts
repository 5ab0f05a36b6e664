import { connect, Socket, type TcpNetConnectOpts } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { probeAll } from '../../../lambda/probe/probe-all.ts';
import { closedPort, type Listening, listen } from './listen.ts';

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const silence = () => new Socket();
const many = <T>(count: number, request: T): T[] => Array.from({ length: count }, () => request);

/** Counts the sockets that are open at the same time. */
const counting = (dial: (options: TcpNetConnectOpts) => Socket) => {
  const seen = { most: 0, opened: 0 };
  let open: Socket[] = [];
  const counted = (options: TcpNetConnectOpts) => {
    const socket = dial(options);
    open = [...open.filter(({ destroyed }) => !destroyed), socket];
    seen.most = Math.max(seen.most, open.length);
    seen.opened += 1;
    return socket;
  };
  return { seen, connect: counted };
};

it('answers in the order of the requests, whichever ends first', async () => {
  server = await listen(() => {});
  const { address, port } = server;
  const requests = [
    { address, port, name: 'open' },
    { address, port: await closedPort(), name: 'closed' },
    { address, port: 1, name: 'silent' },
    { address, port, name: 'open again' },
  ];
  const dial = (options: TcpNetConnectOpts) => (options.port === 1 ? silence() : connect(options));
  const probed = await probeAll(requests, { connect: dial, deadlineMs: 200 });
  expect(probed.map(({ request, probe }) => [request.name, probe.outcome, probe.attempts])).toEqual([
    ['open', 'connected', 1],
    ['closed', 'refused', 1],
    ['silent', 'timed-out', 2],
    ['open again', 'connected', 1],
  ]);
});

it('answers nothing to nothing', async () => {
  expect(await probeAll([])).toEqual([]);
});

it('never dials the same port twice in one turn of the event loop', async () => {
  const dialled: number[] = [];
  const dial = (options: TcpNetConnectOpts) => {
    dialled.push(options.port);
    return silence();
  };
  const requests = [80, 443, 80, 8080].map((port) => ({ address: '10.0.1.5', port }));
  const probing = probeAll(requests, { connect: dial, deadlineMs: 1000 });
  expect(dialled).toEqual([80, 443]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(dialled).toEqual([80, 443, 80, 8080]);
  await probing;
});

describe('sockets in flight', () => {
  it.each([2, 3, 16, 900])(
    'stay within %i where everything is silent, and every endpoint gets its retry',
    async (max) => {
      const { connect: dial, seen } = counting(silence);
      const requests = many(Math.min(2 * max, 500), { address: '10.0.1.5', port: 80 });
      const probed = await probeAll(requests, { connect: dial, maxSockets: max, deadlineMs: 20 });
      expect(probed.every(({ probe }) => probe.outcome === 'timed-out' && probe.attempts === 2)).toBe(true);
      expect(seen.opened).toBe(2 * requests.length);
      expect(seen.most).toBeLessThanOrEqual(max);
    },
  );

  it('take the place of a finished handshake at once: connections that dwell count once', async () => {
    server = await listen(() => {});
    const { connect: dial, seen } = counting(connect);
    const probed = await probeAll(many(60, server), { connect: dial, maxSockets: 20, dwellMs: 100 });
    expect(probed.every(({ probe }) => probe.outcome === 'connected')).toBe(true);
    expect(seen.most).toBeGreaterThan(10);
    expect(seen.most).toBeLessThanOrEqual(20);
  });

  it('are all closed at the end', async () => {
    const sockets: Socket[] = [];
    const dial = () => {
      const socket = silence();
      sockets.push(socket);
      return socket;
    };
    await probeAll(many(50, { address: '10.0.1.5', port: 80 }), { connect: dial, deadlineMs: 20 });
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
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
    const { connect: dial, seen } = counting(silence);
    await expect(probeAll(requests, { ...options, connect: dial })).rejects.toThrow(message);
    expect(seen.opened).toBe(0);
  });

  it('begins no probe that might outlast the time for all', async () => {
    const { connect: dial, seen } = counting(silence);
    const requests = many(6, { address: '10.0.1.5', port: 80 });
    const probed = await probeAll(requests, { connect: dial, maxSockets: 4, deadlineMs: 100, withinMs: 150 });
    expect(probed.map(({ probe }) => [probe.outcome, probe.attempts])).toEqual([
      ...many(2, ['timed-out', 2]),
      ...many(4, ['inconclusive', 0]),
    ]);
    expect(probed[5]?.probe.detail).toContain('the time allowed');
    expect(seen.opened).toBe(4);
  });
});
