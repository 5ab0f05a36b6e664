import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';

/** The stand-ins, in a world whose own are taken away first, as in Node 20. */
function standIns(): { groupBy: typeof Map.groupBy; withResolvers: typeof Promise.withResolvers } {
  const source = readFileSync(new URL('../../build/on-node-20.ts', import.meta.url), 'utf8');
  const script = stripTypeScriptTypes(source).replace(/export \{.*\};/, '');
  const context = createContext({});
  runInContext('delete Map.groupBy; delete Promise.withResolvers;', context);
  return runInContext(`${script}; ({ groupBy, withResolvers })`, context);
}

it('groups as Map.groupBy does: by key, in the order of first sight, with the index at hand', () => {
  const { groupBy } = standIns();
  const keyOf = (item: string, index: number) => (index === 3 ? 'last' : item.length);
  const items = ['a', 'bb', 'c', 'dd'];
  expect([...groupBy(items, keyOf)]).toEqual([...Map.groupBy(items, keyOf)]);
});

it('gives a promise with what settles it', async () => {
  const { withResolvers } = standIns();
  const [kept, broken] = [withResolvers<number>(), withResolvers<number>()];
  kept.resolve(7);
  broken.reject(new Error('no'));
  await expect(kept.promise).resolves.toBe(7);
  await expect(broken.promise).rejects.toThrow('no');
});
