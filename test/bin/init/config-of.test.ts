import { expect, it } from 'vitest';
import { changesBetween } from '../../../bin/init/changes-between.ts';
import { configOf } from '../../../bin/init/config-of.ts';
import type { Seen, SeenLoadBalancer } from '../../../bin/init/seen.ts';
import type { Config } from '../../../lib/config/config-schema.ts';
import { readConfig } from '../../../lib/config/read-config.ts';
import {
  arnOf,
  asTheyAre,
  balancer,
  configWith,
  type Deployment,
  deployment,
  entry,
  many,
  OTHER_VPC,
  REGION,
  seen,
  standing,
  US,
  VPC,
  watch,
} from './account.ts';

/** What stands where afterwards, and what is told of it (`kept` and empty lists left out). */
type Situation = [string, Config, Seen, readonly string[], object];

const TWO = configWith([
  deployment(['a'], { name: 'shops', options: { concurrency: 3 } }),
  deployment(['b'], { name: 'inner', options: { emails: ['b@example.com'] }, watches: [watch('to-db')] }),
]);

it.each<Situation>([
  ['stays as it is', TWO, asTheyAre('a', 'b'), ['vpc-0a shops: a', 'vpc-0a inner: b'], {}],
  ['keeps other Regions', configWith([US, deployment(['a'])]), asTheyAre('a'), ['vpc-0a: far', 'vpc-0a: a'], {}],
  [
    'takes a new one into the first deployment of its VPC',
    TWO,
    asTheyAre('a', 'b', 'c'),
    ['vpc-0a shops: a c', 'vpc-0a inner: b'],
    { added: [{ name: 'c', to: `${REGION} ${VPC} shops` }] },
  ],
  [
    'takes a new one into a deployment of watches alone',
    configWith([deployment([], { watches: [watch('to-db')] })]),
    asTheyAre('a'),
    ['vpc-0a: a'],
    { added: [{ name: 'a', to: `${REGION} ${VPC}` }] },
  ],
  [
    'does not put a new one beside a watch of its name',
    configWith([deployment(['a'], { watches: [watch('b')] })]),
    asTheyAre('a', 'b'),
    ['vpc-0a: a', 'vpc-0a part2: b'],
    { added: [{ name: 'b', to: `${REGION} ${VPC} part2` }], made: [{ name: 'part2' }] },
  ],
  [
    'gets a deployment for a VPC that had none',
    configWith([deployment(['a'])]),
    seen([balancer('a'), balancer('b', { vpcId: OTHER_VPC })]),
    ['vpc-0a: a', 'vpc-0b: b'],
    { added: [{ name: 'b', to: `${REGION} ${OTHER_VPC}` }], made: [{ vpcId: OTHER_VPC }] },
  ],
  [
    'loses what is gone, and what is left empty by it',
    configWith([deployment(['a']), deployment(['b'], { name: 'inner', options: { concurrency: 2 } })]),
    asTheyAre('a'),
    ['vpc-0a: a'],
    { gone: ['b'], removed: [{ name: 'inner', options: { concurrency: 2 } }] },
  ],
  [
    'keeps a deployment that has watches, with every load balancer gone',
    TWO,
    asTheyAre('a'),
    ['vpc-0a shops: a', 'vpc-0a inner:'],
    { gone: ['b'] },
  ],
  [
    'keeps what was not chosen, and was not asked for',
    TWO,
    { ...asTheyAre('a'), there: null },
    ['vpc-0a shops: a', 'vpc-0a inner: b'],
    {},
  ],
  [
    'keeps what was not chosen and is there, and loses what is not',
    configWith([deployment(['a', 'b', 'c'])]),
    { ...asTheyAre('a'), there: [arnOf('a'), arnOf('b')] },
    ['vpc-0a: a b'],
    { gone: ['c'] },
  ],
  [
    'knows one made anew under its name',
    TWO,
    { ...seen([balancer('b', { arn: arnOf('b', 2) })]), there: null },
    ['vpc-0a shops: a', 'vpc-0a inner: b'],
    { madeAnew: [{ name: 'b', to: `${REGION} ${VPC} inner` }] },
  ],
  [
    'takes one made anew in another VPC there',
    configWith([deployment(['a', 'b'])]),
    seen([balancer('a'), balancer('b', { arn: arnOf('b', 2), vpcId: OTHER_VPC })]),
    ['vpc-0a: a', 'vpc-0b: b'],
    { madeAnew: [{ name: 'b', to: `${REGION} ${OTHER_VPC}` }], made: [{ vpcId: OTHER_VPC }] },
  ],
  [
    'has the old and the new one of a name: the old one goes',
    configWith([
      deployment(['a', 'b']),
      deployment([], { name: 'x', loadBalancers: [entry('b', { arn: arnOf('b', 2) })] }),
    ]),
    seen([balancer('a'), balancer('b', { arn: arnOf('b', 2) })]),
    ['vpc-0a: a', 'vpc-0a x: b'],
    { gone: ['b'] },
  ],
  [
    'moves one that stands under another VPC than its own',
    configWith([deployment(['a', 'b'])]),
    seen([balancer('a'), balancer('b', { vpcId: OTHER_VPC })]),
    ['vpc-0a: a', 'vpc-0b: b'],
    {
      updated: [{ name: 'b', fields: ['subnets'] }],
      moved: [{ name: 'b', to: `${REGION} ${OTHER_VPC}` }],
      made: [{ vpcId: OTHER_VPC }],
    },
  ],
  [
    'is brought up to date in place',
    configWith([deployment(['b', 'a'])]),
    seen([balancer('a'), balancer('b', { securityGroups: ['sg-02'], scheme: 'internet-facing' })]),
    ['vpc-0a: b a'],
    { updated: [{ name: 'b', fields: ['scheme', 'security groups'] }] },
  ],
  [
    'is not called changed for an order of its own',
    configWith([deployment([], { loadBalancers: [entry('a', { securityGroups: ['sg-02', 'sg-01'] })] })]),
    seen([balancer('a', { securityGroups: ['sg-01', 'sg-02'] })]),
    ['vpc-0a: a'],
    {},
  ],
  [
    'has the ranges of its VPC as they are',
    configWith([deployment(['a'], { vpcCidrs: ['10.9.0.0/16'] })]),
    asTheyAre('a'),
    ['vpc-0a: a'],
    { otherRanges: [`${REGION} ${VPC}`] },
  ],
  [
    'is filled, and then parted under the next name that is free',
    configWith([
      deployment(many(56)),
      deployment(['z'], { name: 'part3', watches: Array.from({ length: 56 }, (_, n) => watch(`w${n}`)) }),
    ]),
    asTheyAre(...many(58), 'z'),
    [`vpc-0a: ${many(57).join(' ')}`, 'vpc-0a part3: z', 'vpc-0a part4: lb157'],
    {
      added: [
        { name: 'lb156', to: `${REGION} ${VPC}` },
        { name: 'lb157', to: `${REGION} ${VPC} part4` },
      ],
      made: [{ name: 'part4' }],
    },
  ],
  [
    'is parted where it had more than there is room for, the last ones going with its options',
    configWith([deployment(many(59), { options: { concurrency: 3 } })]),
    asTheyAre(...many(59)),
    [`vpc-0a: ${many(57).join(' ')}`, 'vpc-0a part2: lb157 lb158'],
    {
      moved: [
        { name: 'lb157', to: `${REGION} ${VPC} part2` },
        { name: 'lb158', to: `${REGION} ${VPC} part2` },
      ],
      made: [{ name: 'part2', options: { concurrency: 3 } }],
    },
  ],
])('a configuration %s', (_, before, now, places, told) => {
  const after = configOf(now, before);
  expect(standing(after)).toEqual(places);
  const { kept: _kept, ...changes } = changesBetween(before, after, REGION);
  const named = Object.entries(changes).filter(([, items]) => items.length > 0);
  expect(Object.fromEntries(named)).toMatchObject(told);
  expect(named.map(([field]) => field)).toEqual(Object.keys(told).toSorted(byFieldOf(changes)));
  expect(keptOf(after, before)).toEqual(keptOf(before, after));
  expect(configOf(now, after)).toEqual(after);
  expect(readConfig(JSON.stringify(after), 'it')).toEqual(after);
});

it.each<[string, boolean, SeenLoadBalancer, boolean | undefined, object]>([
  ['stays, also where the load balancer has IPv4 alone', true, balancer('a'), true, {}],
  ['stays where the load balancer has both', false, balancer('a', { ipAddressType: 'dualstack' }), false, {}],
  [
    'stays with what else is brought up to date',
    true,
    balancer('a', { securityGroups: ['sg-02'] }),
    true,
    { updated: [{ name: 'a', fields: ['security groups'] }] },
  ],
  [
    'is of its subnets, and told where it goes with them',
    true,
    balancer('a', { vpcId: OTHER_VPC }),
    undefined,
    { updated: [{ name: 'a', fields: ['subnets', 'dualStack'] }] },
  ],
])('what was written as dualStack %s', (_, written, now, kept, told) => {
  const before = configWith([deployment([], { loadBalancers: [entry('a', { dualStack: written })] })]);
  const after = configOf(seen([now]), before);
  expect(after.deployments[0]?.loadBalancers[0]?.dualStack).toBe(kept);
  expect(changesBetween(before, after, REGION)).toMatchObject({ updated: [], ...told });
});

/** What stays, whatever becomes of the load balancers: of deployments that both have. */
function keptOf(some: Config, others: Config) {
  const keys = others.deployments.map(keyOf);
  const both = some.deployments.filter((one) => keys.includes(keyOf(one)));
  return [some.$schema, some.options, both.map(({ options, watches, name }) => ({ options, watches, name }))];
}

function keyOf({ region, vpcId, name }: Deployment): string {
  return [region, vpcId, name].join(' ');
}

function byFieldOf(changes: object) {
  const order = Object.keys(changes);
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}
