import { type Fact, known } from '../model/fact.ts';
import type { BlockPublicAccess } from '../model/network.ts';
import type { AwsClients } from './aws-clients.ts';
import { blockPublicAccessExclusions } from './block-public-access-exclusions.ts';
import { blockPublicAccessModes } from './block-public-access-modes.ts';
import { mapFact } from './map-fact.ts';
import { readPages } from './read-pages.ts';

/** Whether the account blocks what comes from or goes to the internet. Where it does not, nothing is excluded from that. */
export async function readBlockPublicAccess(clients: AwsClients): Promise<Fact<BlockPublicAccess>> {
  const modes = await readPages(blockPublicAccessModes, clients, 'all');
  if (!modes.known) return modes;
  const mode = modes.value[0] ?? 'off';
  if (mode === 'off') return known({ mode, exclusions: [] });
  const exclusions = await readPages(blockPublicAccessExclusions, clients, 'all');
  return mapFact(exclusions, (all) => ({ mode, exclusions: all }));
}
