import type { Inventory } from '../../model/inventory.ts';
import { hideSecrets } from './hide-secrets.ts';
import { inventorySchema } from './inventory-schema.ts';
import { ordered } from './ordered.ts';

/**
 * An inventory as the text of a snapshot: our nouns and nothing else, without secrets, in an order by which two snapshots
 * of one state differ in `readAt` alone. Throws zod's error for what is no inventory.
 */
export function snapshotText(inventory: Inventory): string {
  const ours = inventorySchema.parse(inventory);
  // Rules are numbered in the order in which they are written; hidden values have no other order than that.
  return `${JSON.stringify(ordered(hideSecrets(ordered(ours))), null, 1)}\n`;
}
