import type { Inventory } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { mapBounded } from './map-bounded.ts';
import { readPages } from './read-pages.ts';
import { resolveWatches } from './resolve-watches.ts';
import { targetHealth } from './target-health.ts';

/** As many as when an inventory is read whole: all Elastic Load Balancing calls of an account share one allowance. */
const IN_FLIGHT = 4;

/**
 * A kept inventory with the target health of now, one call per target group, and the addresses that the DNS gives now for what
 * is watched by name: all that a check costs while the configuration stays as it is. The configuration, and when it was read,
 * stay those of the inventory.
 */
export async function refreshTargetHealth(clients: AwsClients, kept: Inventory): Promise<Inventory> {
  const arns = Object.keys(kept.targetHealth);
  const read = await mapBounded(
    IN_FLIGHT,
    arns,
    async (arn) => [arn, await readPages(targetHealth, clients, [arn])] as const,
  );
  const watches = kept.watches === undefined ? {} : { watches: await resolveWatches(kept.watches) };
  return { ...kept, ...watches, targetHealth: Object.fromEntries(read) };
}
