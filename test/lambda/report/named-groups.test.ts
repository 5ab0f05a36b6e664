import { expect, it } from 'vitest';
import { namedGroups } from '../../../lambda/report/named-groups.ts';

const named = namedGroups([
  { id: 'sg-1', name: 'api' },
  { id: 'sg-2', name: 'sg-2' },
]);

it.each([
  ['no rule of sg-1 admits it', 'no rule of sg-1 (api) admits it'],
  ['10.0.0.7 (sg-1, sg-2)', '10.0.0.7 (sg-1 (api), sg-2)'],
  ['sg-1 (api) admits it', 'sg-1 (api) admits it'],
  ['sg-12 and sgr-1', 'sg-12 and sgr-1'],
])('%s', (text, expected) => {
  expect(named(text)).toBe(expected);
});
