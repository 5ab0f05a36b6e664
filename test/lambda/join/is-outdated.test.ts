import { expect, it } from 'vitest';
import { isOutdated } from '../../../lambda/join/is-outdated.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { world } from '../diagnosis/small-world.ts';

function watching(...addresses: readonly string[]): Inventory {
  const from = { vpcId: 'vpc-1', subnets: ['subnet-edge-a'], securityGroups: ['sg-lb'] };
  const to = { host: 'db.example', port: 5432 };
  return { ...world, watches: [{ name: 'a-to-b', from, to, resolved: known(addresses) }] };
}

const [group = ''] = Object.keys(world.targetHealth);
const lost: Inventory = { ...watching(), targetHealth: { [group]: known([]) } };
const unanswered: Inventory = {
  ...watching(),
  watches: watching().watches?.map((one) => ({ ...one, resolved: unknown('failed', 'nobody answered') })) ?? [],
};

it.each([
  ['nothing changed', watching('10.0.10.9'), watching('10.0.10.9'), false],
  ['a name leads to what is held here', watching('10.0.10.9'), watching('10.0.10.5'), false],
  ['a name leads to what nobody here holds', watching('10.0.10.9'), watching('10.0.10.8'), true],
  ['a name leads back to fewer', watching('10.0.10.9', '10.0.10.8'), watching('10.0.10.8'), false],
  ['nobody answers for a name', watching('10.0.10.9'), unanswered, false],
  ['a target went', watching('10.0.10.9'), lost, true],
])('%s', (_, kept, refreshed, expected) => {
  expect(isOutdated(kept, refreshed)).toBe(expected);
});
