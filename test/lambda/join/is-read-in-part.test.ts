import { expect, it } from 'vitest';
import { isReadInPart } from '../../../lambda/join/is-read-in-part.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { inventory } from '../report/situation.ts';

const throttled = unknown('throttled', 'later');
const [loadBalancer] = inventory.loadBalancers;
const watch = {
  ...{ name: 'db', from: { vpcId: 'vpc-1', subnets: [], securityGroups: [] }, to: { host: 'db.example', port: 5432 } },
};

it.each<[string, Partial<Inventory>, boolean]>([
  ['nothing failed', {}, false],
  ['a call was throttled', { subnets: throttled }, true],
  ['a call failed', { subnets: unknown('failed', 'malformed answer') }, true],
  ['a call was denied, which lasts until the role is mended', { subnets: unknown('forbidden', 'no') }, false],
  ['a thing is not there', { subnets: unknown('not-found', 'no') }, false],
  ['the listeners of one load balancer failed', { listeners: { arn: throttled } }, true],
  [
    'the attributes of one load balancer failed',
    { loadBalancers: loadBalancer === undefined ? [] : [{ ...loadBalancer, attributes: throttled }] },
    true,
  ],
  ['a part within a part failed', { prefixLists: known([{ id: 'pl-1', name: 'a', cidrs: throttled }]) }, true],
  ['health failed, which is asked for by every check', { targetHealth: { arn: throttled } }, false],
  ['the DNS failed, which is asked by every check', { watches: [{ ...watch, resolved: throttled }] }, false],
])('where %s', (_, changes, expected) => {
  expect(isReadInPart({ ...inventory, ...changes })).toBe(expected);
});
