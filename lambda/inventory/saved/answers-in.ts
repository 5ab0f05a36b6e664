import { isJsonObject } from './json-object.ts';
import { plainAnswers } from './plain-answers.ts';
import type { SavedAnswer } from './saved-answer.ts';
import { savedKeys } from './saved-keys.ts';
import { splitAnswers } from './split-answers.ts';
import { wrappedAnswers } from './wrapped-answers.ts';

/**
 * The answers that a file's JSON holds; null where no key of it is known. Throws `CannotCheck` where a known key holds
 * something else than its answer.
 */
export function answersIn(file: string, json: unknown): readonly SavedAnswer[] | null {
  if (!isJsonObject(json)) return null;
  const answers = [...plainAnswers(file, json), ...wrappedAnswers(file, json), ...splitAnswers(file, json)];
  // An empty list under the key of wrapped answers is about nothing, and yet known.
  return answers.length === 0 && !savedKeys.some((key) => Object.hasOwn(json, key)) ? null : answers;
}
