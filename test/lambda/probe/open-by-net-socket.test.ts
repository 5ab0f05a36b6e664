import { expect, it, vi } from 'vitest';
import { openByNetSocket } from '../../../lambda/probe/open-by-net-socket.ts';
import type { SocketListener } from '../../../lambda/probe/open-socket.ts';
import { closedPort } from './listen.ts';

const usual = Error.stackTraceLimit;
const linesOf = (error: Error) => (error.stack ?? '').split('\n').length;

const listenerOf = (failed: () => void): SocketListener<null> => ({
  connected: () => {},
  failed,
  spoke: () => {},
  ended: () => {},
});

it('errors have no stack while sockets are open, and have one again when the last of them is closed', async () => {
  const port = await closedPort();
  const failed = vi.fn();
  const first = openByNetSocket('127.0.0.1', port, null, listenerOf(failed));
  const second = openByNetSocket('127.0.0.1', port, null, listenerOf(failed));
  expect(linesOf(new Error('refused'))).toBe(1);
  first.close();
  expect(Error.stackTraceLimit).toBe(0);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
  expect(Error.stackTraceLimit).toBe(usual);
  second.close();
  expect(Error.stackTraceLimit).toBe(usual);
});

it('a socket that could not even be opened puts things back too', async () => {
  const failed = vi.fn();
  openByNetSocket('127.0.0.1', 70_000, null, listenerOf(failed));
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
  expect(Error.stackTraceLimit).toBe(usual);
});
