import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import { validationError } from './validation-error.ts';

/** What a write answers with: nothing, or the row or its changed attributes before or after. */
export type ReturnValues = 'NONE' | 'ALL_OLD' | 'UPDATED_OLD' | 'ALL_NEW' | 'UPDATED_NEW';

/** Reads `ReturnValues`; `NONE` where it was not given. Throws `ValidationException` for what the operation does not allow. */
export function returnValues<Allowed extends ReturnValues>(
  input: Input,
  allowed: readonly Allowed[],
): Allowed | 'NONE' {
  const text = textOf(input, 'ReturnValues') ?? 'NONE';
  const wanted = allowed.find((value) => value === text);
  if (wanted !== undefined) return wanted;
  if (text === 'NONE') return 'NONE';
  throw validationError(`Return values set to invalid value: ${text}; it can be ${allowed.join(', ')}`);
}
