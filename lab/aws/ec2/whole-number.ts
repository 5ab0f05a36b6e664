import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** A number parameter; null where it was not given. Throws `InvalidParameterValue` for what is no whole number. */
export function wholeNumber(input: Input, name: string): number | null {
  const text = textOf(input, name);
  if (text === undefined || text === '') return null;
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw new AwsError(
    'InvalidParameterValue',
    `Value (${text}) for parameter ${name} is invalid. Invalid integer value`,
  );
}
