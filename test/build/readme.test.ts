import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/root.ts';
import { FUNCTIONS_CONTEXT } from '../../lib/function-code.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

it('names files that are there', () => {
  const linked = [...readme.matchAll(/\]\(([^)#:]+)[)#]/g)].map(([, path = '']) => path);
  expect(linked).toContain('docs/architecture.md');
  expect(linked.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('says of what code has where it is', () => {
  const told = [...readme.matchAll(/`(\w+)` in \[[^\]]+\]\(([^)]+\.ts)\)/g)];
  expect(told.map(([, name]) => name)).toContain('readActions');
  for (const [, name, path = ''] of told) {
    expect(readFileSync(join(root, path), 'utf8')).toContain(`export const ${name}`);
  }
});

it('tells of the context that names other functions', () => {
  expect(readme).toContain(`${FUNCTIONS_CONTEXT}=`);
});
