import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** A text that the request must hold; throws `MissingParameter` where it does not. */
export function requiredParameter(input: Input, name: string): string {
  const value = textOf(input, name);
  if (value !== undefined && value !== '') return value;
  throw new AwsError('MissingParameter', `The request must contain the parameter ${name}`);
}
