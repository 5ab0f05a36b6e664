import { expect, it } from 'vitest';
import type { Call } from '../../../lambda/inventory/call.ts';
import { collectPages } from '../../../lambda/inventory/collect-pages.ts';
import { stubClients } from './stub-clients.ts';

type Pages = Record<string, { readonly items: readonly string[]; readonly next?: string }>;

/** A call with the given pages by token (`first` is the one without); every batch gets the same ones. */
function callWith(pages: Pages, batch = 2) {
  const asked: { values: string[]; token: string | undefined }[] = [];
  const call: Call<string, string> = {
    action: 'ec2:DescribeThings',
    batch,
    page: async (_, values, token) => {
      asked.push({ values, token });
      const { items, next } = pages[token ?? 'first'] ?? { items: [] };
      return { items, next };
    },
    noun: (raw) => raw.toUpperCase(),
  };
  return { call, asked };
}

const { clients } = stubClients(() => ({}));
const ONE_PAGE: Pages = { first: { items: ['a'] } };

it.each<{ situation: string; pages: Pages; values: readonly string[] | 'all'; nouns: string[]; batches: string[][] }>([
  { situation: 'no values: no call', pages: ONE_PAGE, values: [], nouns: [], batches: [] },
  { situation: 'all: one call without values', pages: ONE_PAGE, values: 'all', nouns: ['A'], batches: [[]] },
  { situation: 'as many as fit', pages: ONE_PAGE, values: ['1', '2'], nouns: ['A'], batches: [['1', '2']] },
  {
    situation: 'one too many',
    pages: ONE_PAGE,
    values: ['1', '2', '3'],
    nouns: ['A', 'A'],
    batches: [['1', '2'], ['3']],
  },
  { situation: 'the same value twice', pages: ONE_PAGE, values: ['1', '1'], nouns: ['A'], batches: [['1']] },
  {
    situation: 'an empty token ends',
    pages: { first: { items: ['a'], next: '' } },
    values: ['1'],
    nouns: ['A'],
    batches: [['1']],
  },
  {
    situation: 'pages, an empty one among them',
    pages: { first: { items: ['a'], next: 'x' }, x: { items: [], next: 'y' }, y: { items: ['b', 'c'] } },
    values: ['1'],
    nouns: ['A', 'B', 'C'],
    batches: [['1'], ['1'], ['1']],
  },
])('$situation', async ({ pages, values, nouns, batches }) => {
  const { call, asked } = callWith(pages);
  expect(await collectPages(call, clients, values)).toEqual(nouns);
  expect(asked.map((one) => one.values)).toEqual(batches);
});

it('hands each token on, and begins without one', async () => {
  const { call, asked } = callWith({ first: { items: [], next: 'x' }, x: { items: [], next: 'y' } });
  await collectPages(call, clients, 'all');
  expect(asked.map((one) => one.token)).toEqual([undefined, 'x', 'y']);
});

it.each<{ situation: string; pages: Pages; said: string }>([
  {
    situation: 'a token that leads to itself',
    pages: { first: { items: [], next: 'x' }, x: { items: [], next: 'x' } },
    said: 'a page token came a second time',
  },
  {
    situation: 'two tokens that lead in a circle',
    pages: { first: { items: [], next: 'x' }, x: { items: [], next: 'y' }, y: { items: [], next: 'x' } },
    said: 'a page token came a second time',
  },
  {
    situation: 'pages without end',
    pages: Object.fromEntries([
      ['first', { items: [], next: '0' }],
      ...Array.from({ length: 1000 }, (_, n) => [String(n), { items: [], next: String(n + 1) }]),
    ]),
    said: 'more than 200 pages',
  },
])('refuses $situation', async ({ pages, said }) => {
  const { call } = callWith(pages);
  await expect(collectPages(call, clients, 'all')).rejects.toMatchObject({ name: 'MalformedAnswer', message: said });
});
