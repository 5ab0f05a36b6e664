import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFaults } from '../../lab/load-faults.ts';
import { catalogue } from '../../lambda/diagnosis/catalogue.ts';
import type { Report } from '../../lambda/model/report.ts';
import { modesHere } from './modes.ts';

const CLI = join(import.meta.dirname, '../../bin/origin-doctor.ts');
const MODES = await modesHere();
const FAULTS = await loadFaults();

it('has a world for every fault of the catalogue, and none beside', () => {
  expect(FAULTS.map((fault) => fault.code)).toEqual(catalogue.map((fault) => fault.code).toSorted());
});

it('lists every way to break the world, in the order of the catalogue', async () => {
  const { output, status } = await run(['lab', '--list']);
  const codes = output.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
  expect(codes).toEqual(catalogue.map((fault) => fault.code));
  expect(status).toBe(0);
});

it.each([
  { args: ['--fault', 'target-port-close'], says: ['target-port-close', 'Did you mean target-port-closed?'] },
  { args: ['--seed', 'x'], says: ["'x'", '0 to 1000000'] },
  { args: ['--mode', 'docker'], says: ["'docker'", 'best, namespaces, loopback'] },
  { args: ['--pace', 'slow'], says: ["'slow'", 'real, fast'] },
  { args: ['--output', 'yaml'], says: ["'yaml'", 'text, json'] },
  { args: ['--fault'], says: ['--fault', 'argument missing'] },
])('refuses $args in one message', async ({ args, says }) => {
  const { output, errors, status } = await run(['lab', ...args]);
  for (const words of says) expect(errors).toContain(words);
  expect(errors).not.toContain('    at ');
  expect(output).toBe('');
  expect(status).toBe(1);
});

describe.each(MODES)('in %s mode', (mode) => {
  const fast = ['lab', '--mode', mode, '--pace', 'fast'];

  it('tells the whole story in 80 columns, without colour when piped', async () => {
    const { output, errors, status } = await run(fast);
    const parts = [
      'Nothing is broken',
      'Now this happens',
      'What the monitor says',
      'What the load balancers themselves say',
    ];
    for (const part of [...parts, 'target-port-closed', 'target-security-group-blocks-load-balancer']) {
      expect(output).toContain(part);
    }
    expect(output).not.toContain('\u001b');
    const wide = output.split('\n').filter((line) => line.length > 80);
    expect(wide.filter((line) => !line.includes('--ip-permissions'))).toEqual([]);
    expect(errors).toBe('');
    expect(status).toBe(0);
  });

  it('gives the last report as JSON, and the story beside it', async () => {
    const { output, errors, status } = await run([
      ...fast,
      '--output',
      'json',
      '--fault',
      'target-resets-connections',
      '--seed',
      '99',
    ]);
    const report: Report = JSON.parse(output);
    expect(report.findings.map((finding) => finding.code)).toEqual(['target-resets-connections']);
    expect(errors).toContain('Now this happens');
    expect(status).toBe(0);
  });

  it('is content with two faults that meet at one target when both are named', async () => {
    const two = ['target-subnet-acl-blocks-response', 'target-security-group-blocks-load-balancer'];
    const { status } = await run([...fast, '--output', 'json', '--fault', ...two]);
    expect(status).toBe(0);
  });

  it('exits 2 when something else is said: a dead process behind a closed way cannot be seen', async () => {
    const two = ['target-port-closed', 'load-balancer-security-group-blocks-targets'];
    const { status } = await run([...fast, '--output', 'json', '--fault', ...two]);
    expect(status).toBe(2);
  });
});

/** Whoever is not root gets a user namespace. As root, the test steps down into one first. */
it.runIf(MODES.includes('namespaces'))('needs no root for its namespaces', async () => {
  const stepDown = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
  const enter = process.getuid?.() === 0 ? stepDown : [];
  const { output, status } = await run(['lab', '--mode', 'namespaces', '--pace', 'fast'], enter);
  expect(output).toContain('Every host, load balancer node and router is a network namespace');
  expect(status).toBe(0);
});

async function run(args: readonly string[], enter: readonly string[] = []) {
  const [program = '', ...rest] = [...enter, process.execPath, CLI, ...args];
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const told = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    told.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told.errors += text;
  });
  const [status] = await once(child, 'close');
  return { ...told, status };
}
