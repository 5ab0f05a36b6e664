import { expect, it } from 'vitest';
import { mapBounded } from '../../../lambda/inventory/map-bounded.ts';

/** Yields to every other worker before it goes on, so that as many are in flight as ever will be. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

it.each([
  { items: 0, limit: 4, most: 0 },
  { items: 3, limit: 4, most: 3 },
  { items: 4, limit: 4, most: 4 },
  { items: 25, limit: 4, most: 4 },
  { items: 5, limit: 1, most: 1 },
])('maps $items items, $most at a time, in their order', async ({ items, limit, most }) => {
  let inFlight = 0;
  let seen = 0;
  const numbers = Array.from({ length: items }, (_, index) => index);
  const results = await mapBounded(limit, numbers, async (item) => {
    seen = Math.max(seen, ++inFlight);
    for (let turns = 0; turns <= item % 3; turns++) await turn();
    inFlight--;
    return item * 10;
  });
  expect(results).toEqual(numbers.map((one) => one * 10));
  expect(seen).toBe(most);
});

it('begins nothing new after a failure', async () => {
  const begun: number[] = [];
  const work = mapBounded(2, [0, 1, 2, 3, 4, 5], async (item) => {
    begun.push(item);
    await turn();
    if (item === 1) throw new Error('one is broken');
  });
  await expect(work).rejects.toThrow('one is broken');
  await turn();
  await turn();
  expect(begun.length).toBeLessThan(4);
});
