import { expect, it } from 'vitest';
import { type Cidr, parseCidr } from '../../../lambda/model/address.ts';
import type { Hop } from '../../../lambda/model/flow.ts';
import { acrossRange } from '../../../lambda/reachability/across-range.ts';

const range = (text: string): Cidr => {
  const cidr = parseCidr(text);
  if (cidr === null) throw new Error(`${text} is a range`);
  return cidr;
};
const SUBNET = range('10.0.0.0/24');
const HALVES = [range('10.0.0.0/25'), range('10.0.0.128/25')];
const all: Partial<Hop> = { decision: 'deny', line: 'all' };
const some = (deniedShare: number): Partial<Hop> => ({ decision: 'deny', line: 'some', deniedShare });

it.each<readonly [string, Partial<Hop>, Partial<Hop>, Partial<Hop>]>([
  ['what denies all in the second half is graver than some in the first', some(0.1), all, all],
  ['what denies all in the first half is graver than some in the second', all, some(0.1), all],
  ['of two that deny some, the greater share is graver', some(0.1), some(0.5), some(0.5)],
  ['of two that deny alike, the first counts', all, { ...all, line: 'other' }, all],
  ['what denies some and what admits come to nothing that is known', some(0.1), {}, { decision: 'unknown' }],
])('%s', (_, first, second, expected) => {
  const hop = acrossRange(
    SUBNET,
    () => HALVES,
    ({ value }) => ({
      ...{ kind: 'network-acl-egress', resource: 'acl-1', decision: 'allow', why: '' },
      ...(value === SUBNET.value ? first : second),
    }),
  );
  expect(hop).toMatchObject(expected);
  expect(hop.deniedShare).toBe(expected.deniedShare);
});
