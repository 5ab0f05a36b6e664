import type { Fact } from '../../model/fact.ts';
import { type Reading, readAnswers } from './read-answers.ts';
import type { SavedAnswer } from './saved-answer.ts';
import type { SavedKey } from './saved-keys.ts';

/** Saved answers, asked for by key as facts. Both ways throw `CannotCheck` for an item that is not as AWS answers it. */
export type SavedFacts = {
  readonly answers: (key: SavedKey) => readonly SavedAnswer[];
  /** Every noun of a key. */
  readonly all: <Raw, Noun extends object>(key: SavedKey, reading: Reading<Raw, Noun>) => Fact<readonly Noun[]>;
  /** Every noun that a key tells of one resource, by its ARN or id. */
  readonly of: <Raw, Noun extends object>(
    key: SavedKey,
    owner: string,
    reading: Reading<Raw, Noun>,
  ) => Fact<readonly Noun[]>;
};

/** Makes what was found in all files ready to be looked up. */
export function savedFacts(found: readonly SavedAnswer[]): SavedFacts {
  const byKey = Map.groupBy(found, ({ key }) => key);
  const byOwner = Map.groupBy(found, ({ key, owner }) => `${key} ${owner ?? ''}`);
  return {
    answers: (key) => byKey.get(key) ?? [],
    all: (key, reading) => readAnswers(byKey.get(key) ?? [], reading, `no saved answer holds ${key}`),
    of: (key, owner, reading) =>
      readAnswers(byOwner.get(`${key} ${owner}`) ?? [], reading, `no saved answer holds ${key} of it`),
  };
}
