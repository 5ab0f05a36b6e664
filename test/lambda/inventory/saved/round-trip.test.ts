import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inventorySchema } from '../../../../lambda/inventory/saved/inventory-schema.ts';
import { loadInventory } from '../../../../lambda/inventory/saved/load-inventory.ts';
import { ordered } from '../../../../lambda/inventory/saved/ordered.ts';
import { saveSnapshot } from '../../../../lambda/inventory/saved/save-snapshot.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory } from '../../../../lambda/model/inventory.ts';
import { unreadInventory } from '../../../../lambda/model/unread-inventory.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { arbitraryOf } from './arbitrary-of.ts';

const FILE = join(temporaryFolder(), 'snapshot.json');

/** Any inventory whose names are not those that all objects inherit. */
const inventories = arbitraryOf(inventorySchema)
  .map((one) => ({ ...(one as Inventory), readAt: '2026-01-01T00:00:00.000Z' }))
  .filter((one) => inventorySchema.safeParse(one).success);

it('gives back every inventory as it was, but for the order of lists that have none', async () => {
  await fc.assert(
    fc.asyncProperty(inventories, async (inventory) => {
      await saveSnapshot(FILE, inventory);
      expect(await loadInventory(FILE)).toEqual(ordered(inventory));
    }),
    { numRuns: 60 },
  );
});

it('writes the same bytes whatever the order of the lists, and when a snapshot is saved again', async () => {
  await fc.assert(
    fc.asyncProperty(inventories, async (inventory) => {
      await saveSnapshot(FILE, inventory);
      const first = readFileSync(FILE, 'utf8');
      await saveSnapshot(FILE, { ...reversed(inventory), readAt: inventory.readAt });
      expect(readFileSync(FILE, 'utf8')).toBe(first);
      await saveSnapshot(FILE, await loadInventory(FILE));
      expect(readFileSync(FILE, 'utf8')).toBe(first);
    }),
    { numRuns: 60 },
  );
});

it.each([
  unknown('forbidden', 'access was denied', 'ec2:DescribeSubnets'),
  unknown('throttled', 'asked too often'),
  unknown('not-found', 'gone'),
  known([]),
])('keeps a fact as it is: %j', async (fact) => {
  await saveSnapshot(FILE, { ...unreadInventory('2026-01-01T00:00:00Z'), subnets: fact });
  expect((await loadInventory(FILE)).subnets).toEqual(fact);
});

it('takes facts that an older snapshot lacks for unknown', async () => {
  const { vpcs, peerings, blockPublicAccess, ...older } = unreadInventory('2026-01-01T00:00:00Z');
  await saveSnapshot(FILE, older as Inventory);
  const missing = { known: false, kind: 'not-asked', reason: 'the snapshot does not hold it' };
  expect(await loadInventory(FILE)).toMatchObject({ vpcs: missing, peerings: missing, blockPublicAccess: missing });
});

/** The same state as AWS may answer it another time: lists of things and records the other way round. */
function reversed(inventory: Inventory): Inventory {
  const facts = Object.entries(inventory).map(([key, fact]) => [
    key,
    Array.isArray(fact) ? fact.toReversed() : turned(fact),
  ]);
  return Object.fromEntries(facts);
}

function turned(fact: unknown): unknown {
  if (typeof fact !== 'object' || fact === null) return fact;
  if ('known' in fact)
    return 'value' in fact && Array.isArray(fact.value) ? { ...fact, value: fact.value.toReversed() } : fact;
  return Object.fromEntries(Object.entries(fact).reverse());
}
