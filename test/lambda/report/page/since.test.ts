import { expect, it } from 'vitest';
import { ago } from '../../../../lambda/report/page/ago.ts';
import { since } from '../../../../lambda/report/page/since.ts';

const NOW = '2026-03-01T12:00:00.000Z';

it.each([
  ['2026-03-01T12:00:00.000Z', '0 s ago'],
  ['2026-03-01T11:58:31.000Z', '89 s ago'],
  ['2026-03-01T11:58:30.000Z', '1 min ago'],
  ['2026-03-01T11:57:00.000Z', '3 min ago'],
  ['2026-03-01T10:30:01.000Z', '89 min ago'],
  ['2026-03-01T10:30:00.000Z', '1 h ago'],
  ['2026-02-28T12:00:00.000Z', '24 h ago'],
  ['2026-02-27T12:00:00.000Z', '2 days ago'],
  ['2026-03-01T12:00:09.000Z', '0 s ago'],
  ['whenever', 'when is not known'],
])('%s is %s', (iso, words) => {
  expect(ago(iso, NOW)).toBe(words);
});

it.each([
  ['2026-03-01T11:57:00.000Z', null, '2026-03-01 11:57:00 UTC (3 min ago)'],
  [NOW, null, 'first seen now, 2026-03-01 12:00:00 UTC; it may be older'],
  ['whenever', null, 'whenever'],
  [
    '2026-03-01T11:57:00.000Z',
    '2026-03-01T11:56:00.000Z',
    '2026-03-01 11:57:00 UTC (3 min ago); last seen well 2026-03-01 11:56:00 UTC',
  ],
  [NOW, '2026-03-01T11:56:00.000Z', 'first seen now, 2026-03-01 12:00:00 UTC; last seen well 2026-03-01 11:56:00 UTC'],
])('since %s, well at %s: %s', (iso, well, words) => {
  expect(since(iso, NOW, well)).toContain(words);
});
