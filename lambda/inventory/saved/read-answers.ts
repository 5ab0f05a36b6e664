import { dirname } from 'node:path';
import { type Fact, known, unknown } from '../../model/fact.ts';
import { joinNouns } from './join-nouns.ts';
import { type Mapping, readItem } from './read-item.ts';
import type { SavedAnswer } from './saved-answer.ts';

/** How the items of a key become nouns, and by what two of them are the same. */
export type Reading<Raw, Noun> = Mapping<Raw, Noun> & { readonly id: (noun: Noun) => string };

/**
 * Every noun of these answers, each once. Unknown where there is none (`missing` says what), and where all of one folder, as
 * it may be saved for a Region, stop short of the last page: a list that is short would say of what it lacks that it is not
 * there. Throws `CannotCheck`.
 */
export function readAnswers<Raw, Noun extends object>(
  answers: readonly SavedAnswer[],
  reading: Reading<Raw, Noun>,
  missing: string,
): Fact<readonly Noun[]> {
  const [first] = answers;
  if (first === undefined) return unknown('not-asked', missing);
  const folders = Map.groupBy(answers, ({ file }) => dirname(file));
  const [short] = [...folders.values()].find((pages) => pages.every(({ more }) => more)) ?? [];
  if (short !== undefined) {
    const why = 'only in part: AWS had further pages (save it again without --max-items and --no-paginate)';
    return unknown('not-asked', `"${short.file}" holds ${short.key} ${why}`);
  }
  const items = answers.flatMap((answer) => answer.items);
  const placed = items.map((item) => ({ noun: readItem(item, reading), file: item.file, place: item.place }));
  return known(joinNouns(placed, reading.id));
}
