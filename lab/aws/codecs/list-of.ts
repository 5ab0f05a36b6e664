import { AwsError } from '../aws-error.ts';
import type { Input } from './input.ts';

/** A list of structures; empty where it was not given (an empty list is written `Name=` in the query protocols). */
export function listOf(input: Input, name: string): readonly Input[] {
  return entriesOf(input, name).map((entry) => {
    if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) return entry as Input;
    throw new AwsError('SerializationException', `${name} holds an entry that is not a structure`);
  });
}

function entriesOf(input: Input, name: string): readonly unknown[] {
  const value = input[name];
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value;
  throw new AwsError('SerializationException', `${name} is not a list`);
}
