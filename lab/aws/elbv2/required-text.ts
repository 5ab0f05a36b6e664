import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** A text parameter that must be there; otherwise `ValidationError`. */
export function requiredText(input: Input, name: string): string {
  const value = textOf(input, name);
  if (value !== undefined && value !== '') return value;
  const member = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}
