import * as z from 'zod';
import { type Fact, known, unknown } from '../../model/fact.ts';
import type { BlockPublicAccess } from '../../model/network.ts';
import { blockPublicAccessExclusions } from '../block-public-access-exclusions.ts';
import { blockPublicAccessModes } from '../block-public-access-modes.ts';
import { mapFact } from '../map-fact.ts';
import type { SavedFacts } from './saved-facts.ts';
import { wideNetworkSchemas } from './wide-network-schemas.ts';

const { mode, exclusions } = wideNetworkSchemas.blockPublicAccess.shape;

const MODES = {
  noun: (raw: Parameters<typeof blockPublicAccessModes.noun>[0]) => ({ mode: blockPublicAccessModes.noun(raw) }),
  schema: z.object({ mode }),
  id: (one: { readonly mode: string }) => one.mode,
};

const EXCLUSIONS = {
  noun: blockPublicAccessExclusions.noun,
  schema: exclusions.element,
  id: (one: BlockPublicAccess['exclusions'][number]) => `the exclusion of ${one.resourceId}`,
};

/**
 * Whether internet access is blocked. It is set per account and Region; where a folder of several has several modes, no
 * one of them is true of all. Throws `CannotCheck`.
 */
export function savedBlockPublicAccess({ all }: SavedFacts): Fact<BlockPublicAccess> {
  const modes = all('VpcBlockPublicAccessOptions', MODES);
  if (!modes.known) return modes;
  const [one, other] = modes.value;
  if (one === undefined || other !== undefined) {
    return unknown('not-asked', 'the saved VpcBlockPublicAccessOptions have not the one mode');
  }
  if (one.mode === 'off') return known({ mode: one.mode, exclusions: [] });
  return mapFact(all('VpcBlockPublicAccessExclusions', EXCLUSIONS), (all) => ({ mode: one.mode, exclusions: all }));
}
