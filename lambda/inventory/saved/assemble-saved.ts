import type { Inventory } from '../../model/inventory.ts';
import { unreadInventory } from '../../model/unread-inventory.ts';
import type { SavedAnswer } from './saved-answer.ts';
import { savedFacts } from './saved-facts.ts';
import { savedLoadBalancing } from './saved-load-balancing.ts';
import { savedNetwork } from './saved-network.ts';
import { savedWideNetwork } from './saved-wide-network.ts';

/** The inventory that saved answers come to; `savedAt` stands for the time of reading. Throws `CannotCheck`. */
export function assembleSaved(answers: readonly SavedAnswer[], savedAt: Date): Inventory {
  const facts = savedFacts(answers);
  return {
    ...unreadInventory(savedAt.toISOString()),
    ...savedLoadBalancing(facts),
    ...savedNetwork(facts),
    ...savedWideNetwork(facts),
  };
}
