import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFaultAt } from '../../../../lambda/inventory/saved/json-fault-at.ts';

it.each<{ text: string; at: number }>([
  { text: 'x', at: 0 },
  { text: '{"a": tru}', at: 9 },
  { text: '[1,]', at: 3 },
  { text: '{"a" 1}', at: 5 },
  { text: '{}x', at: 2 },
  { text: '["a\nb"]', at: 3 },
  { text: `[${'1,'.repeat(500)}nul,1]`, at: 1004 },
  { text: '[1, 2', at: 5 },
  { text: '{"a": "b', at: 8 },
  { text: '[1, tr', at: 6 },
])('finds the fault of $text at $at', ({ text, at }) => {
  expect(jsonFaultAt(text, errorOf(text))).toBe(at);
});

it('tells a text that was cut short by its length', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, length) => {
      const whole = JSON.stringify({ value });
      const cut = whole.slice(0, length % whole.length);
      expect(jsonFaultAt(cut, errorOf(cut))).toBe(cut.length);
    }),
  );
});

it('does not search a text that would take long', () => {
  const text = `[${' '.repeat(16_000_000)}nul]`;
  expect(jsonFaultAt(text, errorOf(text))).toBeNull();
});

function errorOf(text: string): unknown {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error;
  }
}
