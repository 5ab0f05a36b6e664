import { expect, it } from 'vitest';
import { changesInWords } from '../../../bin/init/changes-in-words.ts';
import { configOf } from '../../../bin/init/config-of.ts';
import { arnOf, asTheyAre, balancer, configWith, deployment, many, OTHER_VPC, seen, US, watch } from './account.ts';

it('says that nothing changed', () => {
  const config = configWith([deployment(['a', 'b'])]);
  const now = asTheyAre('a', 'b');
  expect(changesInWords(config, configOf(now, config), now)).toEqual(['Nothing changed; as it was: 2 load balancers.']);
});

it('names all that is not as it was, and what was left alone', () => {
  const had = configWith([
    US,
    deployment(['a', 'changed', 'anew'], { vpcCidrs: ['10.9.0.0/16'] }),
    deployment(['gone'], { name: 'inner', options: { concurrency: 2 } }),
    deployment(['left'], { name: 'kept', watches: [watch('to-db')] }),
  ]);
  const now = seen([
    balancer('a'),
    balancer('changed', { securityGroups: ['sg-02'] }),
    balancer('anew', { arn: arnOf('anew', 2) }),
    balancer('new', { vpcId: OTHER_VPC }),
  ]);
  const there = { ...now, there: [...(now.there ?? []), arnOf('left')] };
  expect(changesInWords(had, configOf(there, had), there)).toEqual([
    'As it was: 2 load balancers.',
    'Added: new (eu-west-1 vpc-0b).',
    'Another one under its old name now: anew (eu-west-1 vpc-0a).',
    'Brought up to date: changed (security groups).',
    'The ranges of the VPC are others: eu-west-1 vpc-0a.',
    'Taken out with what was declared of them, since they are no longer there: gone.',
    'Removed, since nothing is left in it: eu-west-1 vpc-0a inner (its options were {"concurrency":2}).',
    'New deployments: eu-west-1 vpc-0b.',
    'Kept though not chosen (take them out of the file by hand): left.',
    'Untouched, being of other Regions: us-east-1 vpc-0a.',
    'The options of the file before were kept.',
  ]);
});

it('says what had to move', () => {
  const had = configWith([deployment(many(58))]);
  const now = asTheyAre(...many(58));
  expect(changesInWords(had, configOf(now, had), now)).toEqual([
    'As it was: 57 load balancers.',
    "Moved, since there is no room or it is another VPC's: lb157 (eu-west-1 vpc-0a part2).",
    'New deployments: eu-west-1 vpc-0a part2.',
  ]);
});
