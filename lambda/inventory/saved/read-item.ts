import type * as z from 'zod';
import { CannotCheck } from '../cannot-check.ts';
import { mapOrSay } from './map-or-say.ts';
import { problemIn } from './problem-in.ts';
import type { SavedItem } from './saved-answer.ts';
import { withoutNulls } from './without-nulls.ts';

/** How an item becomes our noun: the reader's own mapping, and what the noun must be like for the rest to rely on it. */
export type Mapping<Raw, Noun> = { readonly noun: (raw: Raw) => Noun; readonly schema: z.ZodType<Noun> };

/**
 * One item of a saved answer as our noun. Throws `CannotCheck`, naming file, key, index and field, where a field is missing or
 * is not what AWS puts there.
 */
export function readItem<Raw, Noun>({ raw, file, place }: SavedItem, { noun, schema }: Mapping<Raw, Noun>): Noun {
  const where = `"${file}": ${place}`;
  if (typeof raw !== 'object' || raw === null) throw new CannotCheck(`${where} is not an object.`);
  const checked = schema.safeParse(mapOrSay(where, () => noun(withoutNulls(raw) as Raw)));
  if (!checked.success) throw new CannotCheck(`${where}: ${problemIn(checked.error)}.`);
  return checked.data;
}
