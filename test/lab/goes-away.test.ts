import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { modesHere } from './modes.ts';

const CLI = join(import.meta.dirname, '../../bin/origin-doctor.ts');
const modes = process.platform === 'linux' ? await modesHere() : [];
let lab: ChildProcess | undefined;

afterEach(() => lab?.kill('SIGKILL'));

/** Namespaces live as long as a process is in them, sockets as long as a process holds them: no process, nothing left. */
describe.each(modes)('a lab in %s mode', (mode) => {
  it.each([
    { signal: 'SIGINT', when: 'while it is being built', shows: '', status: 130 },
    { signal: 'SIGINT', when: 'in the middle of the story', shows: 'Now this happens', status: 130 },
    { signal: 'SIGTERM', when: 'in the middle of the story', shows: 'Now this happens', status: 143 },
    { signal: 'SIGKILL', when: 'in the middle of the story', shows: 'Now this happens', status: null },
  ] as const)('leaves nothing behind after $signal $when', async ({ signal, shows, status }) => {
    const child = spawn(process.execPath, [CLI, 'lab', '--mode', mode, '--pace', 'fast'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    lab = child;
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    const pid = child.pid ?? 0;
    await eventually('the lab has started its processes', () => descendantsOf(pid).length > 3);
    await eventually(`the screen shows "${shows}"`, () => output.includes(shows), 30_000);
    const others = descendantsOf(pid);
    const ended = once(child, 'exit');
    child.kill(signal);
    expect((await ended)[0]).toBe(status);
    await eventually('every process is gone', () =>
      others.every((one) => !existsSync(`/proc/${one}/stat`) || isZombie(one)),
    );
  });
});

function descendantsOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    const children = text.split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...descendantsOf(child)]);
  } catch {
    return [];
  }
}

/** Ended, and only waiting for whoever adopted it to take notice. */
function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') === true;
  } catch {
    return true;
  }
}
