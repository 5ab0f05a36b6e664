import type { Inventory } from '../../model/inventory.ts';
import { inventorySchema } from './inventory-schema.ts';
import { ordered } from './ordered.ts';

/**
 * An inventory as the text of a snapshot: our nouns and nothing else, in an order by which two snapshots of one state differ
 * in `readAt` alone. Throws zod's error for what is no inventory.
 */
export function snapshotText(inventory: Inventory): string {
  return `${JSON.stringify(ordered(inventorySchema.parse(inventory)), null, 1)}\n`;
}
