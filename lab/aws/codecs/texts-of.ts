import { AwsError } from '../aws-error.ts';
import type { Input } from './input.ts';

/** A list of texts; empty where it was not given (an empty list is written `Name=` in the query protocols). */
export function textsOf(input: Input, name: string): readonly string[] {
  const value = input[name];
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new AwsError('SerializationException', `${name} is not a list of texts`);
}
