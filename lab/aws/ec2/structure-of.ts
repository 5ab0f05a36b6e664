import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';

/** A structure parameter; empty where it was not given. */
export function structureOf(input: Input, name: string): Input {
  const value = input[name];
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Input;
  throw new AwsError('InvalidParameterValue', `The parameter ${name} is not a structure`);
}
