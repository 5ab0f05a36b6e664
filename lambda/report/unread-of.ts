import type { Inventory } from '../model/inventory.ts';
import type { Report } from '../model/report.ts';
import { lookedFor } from './looked-for.ts';

/**
 * Every unknown fact of the inventory, in words, with its reason and the IAM action whose grant would give it; less what
 * was not asked for because nothing needed it.
 */
export function unreadOf(inventory: Inventory): Report['unread'] {
  return lookedFor(inventory).flatMap(({ what, fact }) =>
    fact.known ? [] : [{ what, reason: fact.reason, action: fact.action ?? null }],
  );
}
