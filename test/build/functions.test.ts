import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundledFunction, bundleFunctions } from '../../build/bundle-functions.ts';

const run = promisify(execFile);
const KB = 1024;
const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
const first = join(folder, 'first');
const second = join(folder, 'second', 'elsewhere');
let functions: readonly BundledFunction[] = [];

beforeAll(async () => {
  functions = await bundleFunctions(first);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function bundled(name: string): BundledFunction {
  const found = functions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no function ${name}.`);
  return found;
}

it.each([
  ['prober', 20 * KB],
  ['monitor', 2048 * KB],
])('the bundle of the %s is at most %i bytes', (name, most) => {
  expect(bundled(name).bytes).toBeLessThanOrEqual(most);
});

it('is bundled for every handler, each alone in its folder', () => {
  expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(['monitor', 'prober']));
  expect(readdirSync(first)).toEqual(functions.map(({ name }) => name));
  for (const { name } of functions) expect(readdirSync(join(first, name))).toEqual(['index.mjs']);
});

it('gives the prober nothing but sockets, and only our own code', () => {
  const { imports, inputs } = bundled('prober');
  expect(imports).toContain('node:net');
  expect(imports.filter((name) => !['node:net', 'node:perf_hooks'].includes(name))).toEqual([]);
  expect(inputs.filter((file) => !file.startsWith('lambda/'))).toEqual([]);
});

it('leaves nothing outside but Node: Lambda brings an SDK of its own, of no certain version', () => {
  const outside = functions.flatMap(({ imports }) => imports).filter((name) => !name.startsWith('node:'));
  expect(outside).toEqual([]);
});

it('has the same bytes in another folder', async () => {
  const again = await bundleFunctions(second);
  for (const { name } of again) {
    expect(readFileSync(join(second, name, 'index.mjs')).equals(readFileSync(join(first, name, 'index.mjs')))).toBe(
      true,
    );
  }
}, 60_000);

describe('loaded by Node, as Lambda does', () => {
  it('exports the handler, and nothing beside', async () => {
    const files = functions.map(({ name }) => pathToFileURL(join(first, name, 'index.mjs')).href);
    const script = `for (const file of ${JSON.stringify(files)}) {
      const loaded = await import(file);
      console.log(Object.keys(loaded), typeof loaded.handler);
    }`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout.trim().split('\n')).toEqual(functions.map(() => "[ 'handler' ] function"));
  }, 60_000);

  it('the prober refuses what its source refuses', async () => {
    const { handler } = await import(pathToFileURL(join(first, 'prober', 'index.mjs')).href);
    await expect(handler({ endpoints: [] })).rejects.toThrow('ORIGIN_DOCTOR_CIDRS');
  });
});
