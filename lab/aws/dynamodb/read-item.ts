import type { Input } from '../codecs/input.ts';
import type { Item } from './item.ts';
import { readValue } from './read-value.ts';
import { validationError } from './validation-error.ts';

/** Reads a row or a key out of a request. Throws `ValidationException` where it is missing or holds what is no value. */
export function readItem(input: Input, parameter: 'Item' | 'Key' | 'ExclusiveStartKey'): Item {
  const item = input[parameter];
  if (typeof item !== 'object' || item === null) {
    const name = `${parameter.charAt(0).toLowerCase()}${parameter.slice(1)}`;
    throw validationError(
      `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, readValue(value)]));
}
