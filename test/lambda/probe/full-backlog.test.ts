import { type ChildProcess, spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { probeOnce } from './probe-once.ts';
import { WAYS } from './ways.ts';

/** Listens with the smallest backlog, tells its port, and never accepts: the kernel then drops every further SYN. */
const NEVER_ACCEPTS = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    require('node:fs').writeSync(1, String(server.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`;

let child: ChildProcess;
let fillers: Socket[];
let port: number;

beforeEach(async () => {
  child = spawn(process.execPath, ['-e', NEVER_ACCEPTS], { stdio: ['ignore', 'pipe', 'inherit'] });
  port = await new Promise((resolve) => child.stdout?.once('data', (data) => resolve(Number(data))));
  fillers = Array.from({ length: 8 }, () => connect({ host: '127.0.0.1', port }).on('error', () => {}));
  await new Promise((resolve) => fillers[0]?.once('connect', resolve));
});

afterEach(() => {
  for (const filler of fillers) filler.destroy();
  child.kill('SIGKILL');
});

it.each(WAYS)('is silence by %s, and the sockets that still knock are closed at the deadline', async (_way, open) => {
  const sockets = () => process.getActiveResourcesInfo().filter((name) => /^TCP/.test(name)).length;
  const before = sockets();
  const probing = probeOnce('127.0.0.1', port, { open, deadlineMs: 200 });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(sockets()).toBeGreaterThan(before);
  expect(await probing).toMatchObject({ outcome: 'timed-out', errno: null, attempts: 2 });
  await vi.waitFor(() => expect(sockets()).toBe(before));
});
