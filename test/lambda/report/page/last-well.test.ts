import { expect, it } from 'vitest';
import { lastWell } from '../../../../lambda/report/page/last-well.ts';
import { judged } from '../situation.ts';

const FIRST = '2026-03-01T02:14:09.000Z';
const diagnoses = (...moments: (string | null)[]) =>
  moments.map((moment) => judged({ diagnosis: { lastWell: moment } }).diagnosis);

it.each([
  ['none', [null], null],
  ['the latest', ['2026-03-01T02:10:00.000Z', null, '2026-03-01T02:12:00.000Z'], '2026-03-01T02:12:00.000Z'],
  ['none after it began', ['2026-03-01T02:20:00.000Z', '2026-03-01T02:12:00.000Z'], '2026-03-01T02:12:00.000Z'],
])('%s', (_, moments, expected) => {
  expect(lastWell(diagnoses(...moments), FIRST)).toBe(expected);
});
