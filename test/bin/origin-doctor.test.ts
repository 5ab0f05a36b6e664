import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../lambda/diagnosis/catalogue.ts';
import { awsEnvironment, runCli } from './run-cli.ts';

const CLI = new URL('../../bin/origin-doctor.ts', import.meta.url).pathname;
const [first] = catalogue;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

describe('called wrongly', () => {
  it.each([
    [
      'an unknown verb',
      ['chekc'],
      [
        "unknown command 'chekc'",
        'Did you mean check?',
        'Verbs are check, path, tree, snapshot, gate, init, doctor, faults, explain, lab',
      ],
    ],
    [
      'an unknown option',
      ['check', '--form', 'none'],
      ["unknown option '--form'", 'Did you mean --from?', 'check --help'],
    ],
    [
      'an unknown place',
      ['check', '--from', 'lokal'],
      ["'lokal' is invalid", 'Allowed are vpc, local, none', 'Did you mean local?'],
    ],
    [
      'an unknown format',
      ['check', '--output', 'jsn'],
      ["'jsn' is invalid", 'Allowed are text, json, markdown, html', 'Did you mean json?'],
    ],
    ['an unknown format of the list', ['faults', '--output', 'html'], ["'html' is invalid", 'Allowed are text, json']],
    ['an option without its value', ['check', '--region'], ["option '--region <name>' argument missing"]],
    [
      'an unknown code',
      ['explain', `${first?.code}x`],
      [`no fault "${first?.code}x"`, `Nearest are ${first?.code}`, 'origin-doctor faults'],
    ],
    ['no code', ['explain'], ["missing required argument 'code'"]],
    ['too many codes', ['explain', 'a', 'b'], ['too many arguments']],
    ['no verb', [], ['Usage: origin-doctor']],
  ])('%s', async (_, args, words) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

it.each([
  ['faults', ['faults'], `${first?.code}\n    ${first?.title}`],
  ['faults as JSON', ['faults', '--output', 'json'], `[\n  {\n    "code": "${first?.code}",`],
  ['one fault', ['explain', first?.code ?? ''], `${first?.title}\n${first?.code}\n`],
])('says on standard output: %s', async (_, args, beginning) => {
  const { status, stdout, stderr } = await runCli(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.startsWith(beginning)).toBe(true);
});

it.each([
  ['the tool', ['--help']],
  ['a check', ['check', '--help']],
])('tells the exit statuses in the help of %s', async (_, args) => {
  const { status, stdout } = await runCli(args);
  expect(status).toBe(0);
  for (const line of [/^ {2}0 .*clean/m, /^ {2}1 .*failed/m, /^ {2}2 .*faults/m, /^ {2}3 /m, /^ {2}130 /m]) {
    expect(stdout).toMatch(line);
  }
});

it('is not upset when its reader has seen enough', async () => {
  const child = spawn(process.execPath, [CLI, 'faults', '--output', 'json'], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('says in a sentence that standard output cannot be written', async () => {
  const unwritable = openSync(CLI, 'r');
  const child = spawn(process.execPath, [CLI, 'faults'], { env: {}, stdio: ['ignore', unwritable, 'pipe'] });
  closeSync(unwritable);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^origin-doctor: standard output cannot be written: EBADF.*\n$/),
  });
});

it('says 130 when it is interrupted', async () => {
  const asked = Promise.withResolvers<void>();
  const server = createServer(() => asked.resolve());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = awsEnvironment(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const child = spawn(process.execPath, [CLI, 'check', '--from', 'none'], {
    env: { ...env, AWS_EC2_METADATA_DISABLED: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  await asked.promise;
  child.kill('SIGINT');
  expect(await closed).toBe(130);
});
