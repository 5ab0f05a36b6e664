import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Config } from '../../../lib/config/config-schema.ts';
import { propsOf } from '../../../lib/config/props-of.ts';
import { readConfig } from '../../../lib/config/read-config.ts';
import { emptyStack } from '../doctor-stack.ts';

const sample = readConfig(
  readFileSync(join(import.meta.dirname, '../../../origin-doctor.sample.json'), 'utf8'),
  'sample.json',
);

it('tells each deployment what the others of its Region watch, so that none calls it not covered', () => {
  const [first] = sample.deployments;
  if (first === undefined) throw new Error('the sample has no deployment');
  const [shop, ...others] = first.loadBalancers;
  if (shop === undefined) throw new Error('the sample has no load balancer');
  const here = { ...first, loadBalancers: [shop] };
  const beside = { ...first, name: 'more', loadBalancers: others };
  const elsewhere = { ...first, region: 'eu-west-1' };
  const config: Config = { ...sample, deployments: [here, beside, elsewhere] };
  const arns = others.map(({ arn }) => arn);
  expect(propsOf(config, here, emptyStack()).watchedElsewhere).toEqual(arns);
  expect(propsOf(config, beside, emptyStack()).watchedElsewhere).toEqual([shop.arn]);
  expect(propsOf(config, elsewhere, emptyStack()).watchedElsewhere).toEqual([]);
});
