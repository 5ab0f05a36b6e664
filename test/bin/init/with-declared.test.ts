import { expect, it } from 'vitest';
import { configOf } from '../../../bin/init/config-of.ts';
import type { Seen } from '../../../bin/init/seen.ts';
import type { Config } from '../../../lib/config/config-schema.ts';
import { arnOf, asTheyAre, balancer, configWith, deployment, many, seen } from './account.ts';

const declared = { ports: [443], clients: ['0.0.0.0/0'] };
const [a, b, again] = [arnOf('a'), arnOf('b'), arnOf('b', 2)];
const all = (arn: string) => ({ declared: { [arn]: declared } });

it.each<[string, Config, Seen, unknown]>([
  ['stays', configWith([deployment(['a', 'b'])], all(b)), asTheyAre('a', 'b'), [all(b), undefined]],
  [
    'goes with what is gone',
    configWith([deployment(['a', 'b'])], all(b)),
    asTheyAre('a'),
    [{ declared: {} }, undefined],
  ],
  [
    'goes with what is gone, of one deployment',
    configWith([deployment(['a', 'b'], { options: all(b) })]),
    asTheyAre('a'),
    [undefined, { declared: {} }],
  ],
  [
    'is of the one made anew',
    configWith([deployment(['a', 'b'], { options: all(b) })], all(b)),
    seen([balancer('a'), balancer('b', { arn: again })]),
    [all(again), all(again)],
  ],
  [
    'of a deployment goes before that of all, also where nothing of it is left',
    configWith([deployment(['a', 'b'], { options: all(b) })], all(a)),
    asTheyAre('a'),
    [all(a), { declared: {} }],
  ],
])('what is declared %s', (_, before, now, expected) => {
  const { options, deployments } = configOf(now, before);
  expect([options, deployments[0]?.options]).toEqual(expected);
});

it('what is declared moves with the load balancer, and changes nothing for the others', () => {
  const last = arnOf('lb157');
  const before = configWith([deployment(many(58), { options: { ...all(last), concurrency: 3 } })]);
  const { deployments } = configOf(asTheyAre(...many(58)), before);
  expect(deployments.map(({ options }) => options)).toEqual([
    { declared: {}, concurrency: 3 },
    { declared: { [last]: declared }, concurrency: 3 },
  ]);
});
