import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SocketListener } from '../../../lambda/probe/open-socket.ts';
import { closedPort, type Listening, listen } from './listen.ts';
import { WAYS } from './ways.ts';

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Notes what it hears, in one word each, with the owner's name. */
const hearing = () => {
  const heard: string[] = [];
  const listener: SocketListener<string> = {
    connected: (owner) => heard.push(`${owner} connected`),
    failed: (owner, _, { code, syscall, local }) => heard.push(`${owner} ${syscall} ${code} ${local === true}`),
    spoke: (owner) => heard.push(`${owner} spoke`),
    ended: (owner) => heard.push(`${owner} ended`),
  };
  return { heard, listener };
};

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const sockets = () => process.getActiveResourcesInfo().filter((name) => /^TCP/.test(name)).length;

describe.each(WAYS)('by %s', (_way, open) => {
  it('says nothing before it has returned, and tells each owner of its own', async () => {
    server = await listen(() => {});
    const { heard, listener } = hearing();
    const closed = await closedPort();
    const opened = [
      open(server.address, server.port, 'open', listener),
      open('127.0.0.1', closed, 'closed', listener),
      open('127.0.0.1', 70_000, 'bad', listener),
    ];
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard.filter((line) => !line.startsWith('bad')).toSorted()).toEqual([
      'closed connect ECONNREFUSED false',
      'open connected',
    ]);
    for (const socket of opened) socket.close();
  });

  it.each(['open', 'closed', 'no'])('says nothing more once it is closed, to an %s port', async (kind) => {
    server = await listen(() => {});
    const before = sockets();
    const { heard, listener } = hearing();
    const port = { open: server.port, closed: await closedPort(), no: -1 }[kind] ?? 0;
    open('127.0.0.1', port, 'one', listener).close();
    await turns(10);
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(sockets()).toBeLessThanOrEqual(before));
  });

  it('says nothing of the peer once it is closed, and may be closed again', async () => {
    server = await listen((socket) => socket.write('220 ready\r\n'));
    const { heard, listener } = hearing();
    const socket = open(server.address, server.port, 'one', listener);
    await vi.waitFor(() => expect(heard).toEqual(['one connected']));
    socket.watch();
    socket.close();
    socket.close();
    await turns(10);
    expect(heard).toEqual(['one connected']);
    await vi.waitFor(() => expect(server?.endings).toEqual(['ECONNRESET']));
  });

  it('says nothing of the peer before it is asked to watch', async () => {
    server = await listen((socket) => socket.end('220 ready\r\n'));
    const { heard, listener } = hearing();
    const socket = open(server.address, server.port, 'one', listener);
    await vi.waitFor(() => expect(heard).toEqual(['one connected']));
    await turns(10);
    expect(heard).toEqual(['one connected']);
    socket.watch();
    await vi.waitFor(() => expect(heard).toEqual(['one connected', 'one spoke', 'one ended']));
    socket.close();
  });

  it.each(['10.0.0', '::1::1', 'localhost'])('asks nobody about what is no literal address: %s', async (address) => {
    const { heard, listener } = hearing();
    open(address, 80, 'one', listener);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatch(/^one connect EINVAL /);
  });
});
