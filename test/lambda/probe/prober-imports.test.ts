import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Every module that a file leads to, types included: files by their path from the root, others by name. */
function reachableFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of importsOf(readFileSync(resolve(root, file), 'utf8'))) {
    if (!name.startsWith('.')) seen.add(name);
    else reachableFrom(resolve(root, dirname(file), name).slice(root.length + 1), seen);
  }
  return seen;
}

function importsOf(source: string): string[] {
  return [...source.matchAll(/\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) => name);
}

it('the prober has sockets only: no dependency, nothing outside model and probe', () => {
  const reached = [...reachableFrom('lambda/handlers/prober.ts')];
  const foreign = reached.filter((name) => !/^lambda\/(model|probe|handlers\/prober\.ts$)/.test(name));
  expect(foreign.filter((name) => name !== 'node:net' && name !== 'node:perf_hooks')).toEqual([]);
  expect(reached).toEqual(expect.arrayContaining(['lambda/probe/tcp.ts', 'lambda/model/address.ts', 'node:net']));
});
