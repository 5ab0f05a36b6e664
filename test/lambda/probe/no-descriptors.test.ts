import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { closedPort } from './listen.ts';
import { WAYS } from './ways.ts';

const urlOf = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);

/** Dials two hundred endpoints at once, prints what was seen, and ends when nothing keeps it. */
const scriptOf = (way: string, port: number) => `
  const { probeAll } = await import(${urlOf('../../../lambda/probe/probe-all.ts')});
  const { WAYS } = await import(${urlOf('ways.ts')});
  const requests = Array.from({ length: 200 }, (_, index) => ({ address: '127.9.0.' + (index + 1), port: ${port} }));
  const open = new Map(WAYS).get(${JSON.stringify(way)});
  const probed = await probeAll(requests, { open, maxSockets: 900 });
  console.log(JSON.stringify(probed.map(({ probe }) => probe)));`;

it.each(WAYS)('a process without free descriptors says so of itself, by %s', async (way) => {
  const port = await closedPort();
  const limited = 'ulimit -n 64 && exec "$0" "$@"';
  const args = ['-c', limited, process.execPath, '--input-type=module', '--eval', scriptOf(way, port)];
  const child = spawn('sh', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(status).toBe(0);
  const probes = JSON.parse(printed) as { outcome: string; errno: string; detail: string | null }[];
  const kinds = new Set(probes.map(({ outcome, errno }) => `${outcome} ${errno}`));
  expect(kinds).toEqual(new Set(['refused ECONNREFUSED', 'inconclusive EMFILE']));
  const { detail } = probes.find(({ errno }) => errno === 'EMFILE') ?? {};
  expect(detail).toMatch(new RegExp(`^connect EMFILE 127\\.9\\.0\\.\\d+:${port} - Local`));
});
