import { expect, it } from 'vitest';
import { resolveWatches } from '../../../lambda/inventory/resolve-watches.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Watch } from '../../../lambda/model/watch.ts';

function watch(host: string): Watch {
  const from = { vpcId: 'vpc-1', subnets: ['subnet-1'], securityGroups: ['sg-1'] };
  return { name: 'a-to-b', from, to: { host, port: 5432 } };
}

it.each(['10.0.0.7', '2001:db8::7', 'i-0abc', 'eni-0abc'])('looks nothing up for %s', async (host) => {
  const [one] = await resolveWatches([watch(host)], () => Promise.reject(new Error('nobody asked')));
  expect(one?.resolved).toBeNull();
});

it('asks the resolver of the machine', async () => {
  const [one] = await resolveWatches([watch('localhost')]);
  expect(one?.resolved).toEqual(known(['127.0.0.1']));
});

it.each<[string, readonly string[], readonly string[]]>([
  ['in one order, whatever the answer has', ['10.0.0.9', '10.0.0.10'], ['10.0.0.10', '10.0.0.9']],
  ['of version 4 where there are some', ['2001:db8::7', '10.0.0.9'], ['10.0.0.9']],
  ['of version 6 where there are no others', ['2001:db8::7'], ['2001:db8::7']],
  [
    'no more than eight',
    Array.from({ length: 20 }, (_, last) => `10.0.0.${100 + last}`),
    [0, 1, 2, 3, 4, 5, 6, 7].map((last) => `10.0.0.${100 + last}`),
  ],
])('gives the addresses of a name: %s', async (_, answer, expected) => {
  const [one] = await resolveWatches([watch('db.example')], async () => answer);
  expect(one?.resolved).toEqual(known(expected));
});

it('says of a name that is not found that it was looked up outside the VPC', async () => {
  const [one] = await resolveWatches([watch('db.internal')], () =>
    Promise.reject(new Error('getaddrinfo ENOTFOUND db.internal')),
  );
  expect(one?.resolved).toEqual({
    known: false,
    kind: 'failed',
    reason: 'db.internal could not be looked up from outside the VPC: getaddrinfo ENOTFOUND db.internal',
  });
});

it('asks once for each name, and has one deadline for all of them', async () => {
  const asked: string[] = [];
  const watches = ['a.example', 'b.example', 'a.example'].map(watch);
  const found = await resolveWatches(watches, async (name) => {
    asked.push(name);
    return ['10.0.0.1'];
  });
  expect(asked).toEqual(['a.example', 'b.example']);
  expect(found.map(({ resolved }) => resolved?.known)).toEqual([true, true, true]);
});

it('gives up on all names that nobody answers for', async () => {
  const watches = Array.from({ length: 9 }, (_, index) => watch(`silent-${index}.example`));
  const found = await resolveWatches(watches, () => new Promise(() => {}));
  expect(found.every(({ resolved }) => resolved?.known === false)).toBe(true);
  expect(found[0]?.resolved).toMatchObject({ reason: expect.stringContaining('nobody answered within 5 s') });
});
