import { expect, it } from 'vitest';
import { median } from '../../bench/median.ts';

it.each([
  { figures: [], expected: Number.NaN },
  { figures: [7], expected: 7 },
  { figures: [9, 10, 2], expected: 9 },
  { figures: [4, 1, 3, 2], expected: 2.5 },
])('of $figures is $expected', ({ figures, expected }) => {
  expect(median(figures)).toBe(expected);
});
