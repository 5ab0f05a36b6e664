import { malformedAnswer } from './malformed-answer.ts';
import { required } from './required.ts';

/** A field that holds one of a few words; throws a malformed answer, naming the word, where it holds another. */
export function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], field: string): T {
  const word = required(value, field);
  const found = allowed.find((candidate) => candidate === word);
  if (found === undefined) throw malformedAnswer(`${field} is "${word}", not one of ${allowed.join(', ')}`);
  return found;
}
