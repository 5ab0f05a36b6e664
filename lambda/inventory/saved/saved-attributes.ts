import * as z from 'zod';
import type { Fact } from '../../model/fact.ts';
import type { Attributes } from '../../model/inventory.ts';
import type { Call } from '../call.ts';
import { mapFact } from '../map-fact.ts';
import type { SavedFacts } from './saved-facts.ts';
import type { SavedKey } from './saved-keys.ts';

const PAIR = z.object({ key: z.string(), value: z.string() });

/** The attributes that a key tells of one load balancer or target group, by its ARN. Throws `CannotCheck`. */
export function savedAttributes<Raw>(
  facts: SavedFacts,
  key: SavedKey,
  arn: string,
  call: Pick<Call<Raw, readonly [string, string]>, 'noun'>,
): Fact<Attributes> {
  const noun = (raw: Raw) => {
    const [name, value] = call.noun(raw);
    return { key: name, value };
  };
  const pairs = facts.of(key, arn, { noun, schema: PAIR, id: (pair: z.infer<typeof PAIR>) => `attribute ${pair.key}` });
  return mapFact(pairs, (all) => Object.fromEntries(all.map((pair) => [pair.key, pair.value])));
}
