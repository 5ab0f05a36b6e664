import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrappedWords } from '../../../../lambda/report/widget/wrapped-words.ts';

it.each<[string, number, number, readonly string[]]>([
  ['', 10, 3, []],
  ['one two three', 7, 3, ['one two', 'three']],
  ['arn:aws:loadbalancer', 8, 3, ['arn:aws:', 'loadbala', 'ncer']],
  ['a b c d', 1, 2, ['a', ' …']],
  ['one two three four', 7, 2, ['one two', 'three …']],
])('%j at %i', (text, width, most, lines) => {
  expect(wrappedWords(text, width, most)).toEqual(lines);
});

it('loses no letter, and keeps to its width and number', () => {
  const text = fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 40 })).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 60 }), (words, width) => {
      const lines = wrappedWords(words, width, Number.POSITIVE_INFINITY);
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''));
      expect(lines.every((line) => line.length <= width)).toBe(true);
      expect(wrappedWords(words, width, 3).length).toBeLessThanOrEqual(3);
    }),
  );
});
