import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** The one of these parameters that was given, and its text. Throws where none was, or several were. */
export function onlyOne<T extends string>(input: Input, names: readonly T[]): readonly [T, string] {
  const given = names.flatMap((name): (readonly [T, string])[] => {
    const text = textOf(input, name);
    return text === undefined || text === '' ? [] : [[name, text]];
  });
  const [first] = given;
  if (first === undefined) {
    throw new AwsError('MissingParameter', `The request must contain exactly one of ${names.join(', ')}`);
  }
  if (given.length === 1) return first;
  const both = given.map(([name]) => name).join(', ');
  throw new AwsError('InvalidParameterCombination', `The parameters ${both} cannot be used together`);
}
