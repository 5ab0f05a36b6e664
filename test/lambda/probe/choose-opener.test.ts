import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { chooseOpener } from '../../../lambda/probe/choose-opener.ts';
import { openByNetSocket } from '../../../lambda/probe/open-by-net-socket.ts';
import { nodeBinding } from './node-binding.ts';

const run = promisify(execFile);

/** `process.binding` with other members in one of its modules. */
const changed = (module: string, change: object) => (name: string) =>
  name === module ? { ...nodeBinding(name), ...change } : nodeBinding(name);

/** A class as the handles' is, without one of its members. */
const without = (member: string) => {
  const methods = ['connect', 'connect6', 'readStart', 'reset', 'close'].map((name) => [name, () => 0] as const);
  const members = [...methods, ['onread', undefined] as const].filter(([name]) => name !== member);
  return Object.assign(function TCP() {}, { prototype: Object.fromEntries(members) });
};

it('takes the handles of this Node, and of anything of that shape', () => {
  expect(chooseOpener(nodeBinding)).not.toBe(openByNetSocket);
  expect(chooseOpener(changed('tcp_wrap', { TCP: without('nothing') }))).not.toBe(openByNetSocket);
});

describe('takes net.Socket where', () => {
  it.each<[string, unknown]>([
    ['there is no process.binding', undefined],
    ['it is no function', {}],
    [
      'it throws',
      () => {
        throw new Error('No such module: tcp_wrap');
      },
    ],
    ['it gives nothing', () => undefined],
    ['it gives empty modules', () => ({})],
    ...['connect', 'connect6', 'readStart', 'reset', 'close', 'onread'].map((member): [string, unknown] => [
      `a handle has no ${member}`,
      changed('tcp_wrap', { TCP: without(member) }),
    ]),
    ['there are no handles', changed('tcp_wrap', { TCP: undefined })],
    ['there are no connect requests', changed('tcp_wrap', { TCPConnectWrap: undefined })],
    ['the kind of a handle is not known', changed('tcp_wrap', { constants: {} })],
    ['there are no constants', changed('tcp_wrap', { constants: undefined })],
    ['what was read is not told', changed('stream_wrap', { streamBaseState: undefined })],
    ['where it is told is not known', changed('stream_wrap', { kReadBytesOrError: undefined })],
    ['errors have no names', changed('uv', { getErrorMap: undefined })],
    ['errors have names of another kind', changed('uv', { getErrorMap: () => ({}) })],
  ])('%s', (_, load) => {
    expect(chooseOpener(load)).toBe(openByNetSocket);
  });

  it('Node withholds its bindings, as it does under its permission model', async () => {
    expect(await saidBy(['--permission', '--allow-fs-read=*'])).toEqual({ stdout: 'net.Socket\n', stderr: '' });
  });
});

it('Node says nothing about it', async () => {
  expect(await saidBy([])).toEqual({ stdout: 'handles\n', stderr: '' });
});

/** What a Node of its own says of how it opens sockets, and by the way. */
async function saidBy(flags: readonly string[]) {
  const fileOf = (name: string) => JSON.stringify(new URL(`../../../lambda/probe/${name}.ts`, import.meta.url).href);
  const script = `
    const { chooseOpener } = await import(${fileOf('choose-opener')});
    const { openByNetSocket } = await import(${fileOf('open-by-net-socket')});
    console.log(chooseOpener(process.binding) === openByNetSocket ? 'net.Socket' : 'handles');`;
  const { stdout, stderr } = await run(process.execPath, [...flags, '--input-type=module', '--eval', script]);
  return { stdout, stderr };
}
