import { AwsError } from '../aws-error.ts';
import type { Input } from './input.ts';

/** A text parameter; undefined where it was not given. Throws `SerializationException` for a structure or list. */
export function textOf(input: Input, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new AwsError('SerializationException', `${name} is not a text`);
}
