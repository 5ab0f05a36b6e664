import type { Input } from '../codecs/input.ts';
import type { AttributeValue } from './item.ts';
import { readValue } from './read-value.ts';
import type { ExpressionName } from './token-reader.ts';
import { validationError } from './validation-error.ts';

/** What `#name` and `:value` of a request stand for. */
export type Placeholders = {
  readonly name: (placeholder: string, expression: ExpressionName) => string;
  readonly value: (placeholder: string, expression: ExpressionName) => AttributeValue;
  /** Refuses what no expression used, as AWS does. To be called when all expressions are parsed. */
  readonly refuseUnused: () => void;
};

/** Reads `ExpressionAttributeNames` and `ExpressionAttributeValues`. Throws `ValidationException` for empty or bad ones. */
export function placeholders(input: Input): Placeholders {
  const names = entriesOf(input, 'ExpressionAttributeNames', String);
  const values = entriesOf(input, 'ExpressionAttributeValues', readValue);
  const used = new Set<string>();
  return {
    name: (placeholder, expression) => {
      used.add(placeholder);
      const name = names.get(placeholder);
      if (name !== undefined) return name;
      const what = 'An expression attribute name used in the document path is not defined';
      throw validationError(`Invalid ${expression}: ${what}; attribute name: ${placeholder}`);
    },
    value: (placeholder, expression) => {
      used.add(placeholder);
      const value = values.get(placeholder);
      if (value !== undefined) return value;
      const what = 'An expression attribute value used in expression is not defined';
      throw validationError(`Invalid ${expression}: ${what}; attribute value: ${placeholder}`);
    },
    refuseUnused: () => {
      refuseUnused('ExpressionAttributeNames', names, used);
      refuseUnused('ExpressionAttributeValues', values, used);
    },
  };
}

function entriesOf<T>(input: Input, parameter: string, read: (value: unknown) => T): ReadonlyMap<string, T> {
  const given = input[parameter];
  if (given === undefined || given === null) return new Map();
  const entries = Object.entries(given);
  if (entries.length === 0) throw validationError(`${parameter} must not be empty`);
  return new Map(entries.map(([name, value]) => [name, read(value)]));
}

function refuseUnused(parameter: string, given: ReadonlyMap<string, unknown>, used: ReadonlySet<string>): void {
  const unused = [...given.keys()].filter((placeholder) => !used.has(placeholder));
  if (unused.length === 0) return;
  throw validationError(`Value provided in ${parameter} unused in expressions: keys: {${unused.join(', ')}}`);
}
