import { expect, it } from 'vitest';
import type { Branch } from '../../../../lambda/report/page/page.ts';
import { sheet } from '../../../../lambda/report/sheet.ts';
import { branchLines } from '../../../../lambda/report/typeset/branch-lines.ts';

const branch = (name: string, below: readonly Branch[] = [], state: string | null = null): Branch => ({
  name,
  state,
  tone: 'bad',
  below,
});
const tree = [
  branch('a', [branch('b', [branch('c')]), branch('d', [branch('e', [], 'gone'), branch('f')])]),
  branch('g'),
];

it('draws a tree', () => {
  expect(branchLines(tree, sheet({ colour: false }))).toEqual([
    'a',
    '├─ b',
    '│  └─ c',
    '└─ d',
    '   ├─ e  gone',
    '   └─ f',
    'g',
  ]);
});

it('paints the state alone', () => {
  const lines = branchLines([branch('e', [], 'gone')], sheet({ colour: true }));
  expect(lines).toEqual(['e  \u001b[1;31mgone\u001b[0m']);
});

it('carries on what is too long below its name, beside the stems', () => {
  const long = branch('root', [
    branch('one two three four five six seven eight nine ten', [branch('leaf')]),
    branch('last'),
  ]);
  expect(branchLines([long], sheet({ width: 40, colour: false }))).toEqual([
    'root',
    '├─ one two three four five six seven',
    '│  │ eight nine ten',
    '│  └─ leaf',
    '└─ last',
  ]);
});
