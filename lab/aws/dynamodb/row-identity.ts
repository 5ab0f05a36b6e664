import type { AttributeValue, Item } from './item.ts';
import type { TableDefinition } from './table-definition.ts';
import { validationError } from './validation-error.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html, in bytes. */
const LONGEST_PARTITION_KEY = 2048;
const LONGEST_SORT_KEY = 1024;

/** The identity of a row by its two keys, which must be texts that are not empty. Throws `ValidationException`. */
export function rowIdentity(item: Item, { partitionKey, sortKey }: TableDefinition): string {
  const partition = keyText(item, partitionKey);
  const sort = keyText(item, sortKey);
  // The missing space is AWS's own.
  refuseLong(partition, LONGEST_PARTITION_KEY, 'Size of hashkey has exceeded the maximum size limit of2048 bytes');
  refuseLong(sort, LONGEST_SORT_KEY, 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes');
  return JSON.stringify([partition, sort]);
}

function keyText(item: Item, name: string): string {
  const value: AttributeValue | undefined = item[name];
  if (value === undefined) {
    throw validationError(`One or more parameter values were invalid: Missing the key ${name} in the item`);
  }
  const text = value['S'];
  if (typeof text !== 'string') {
    const mismatch = `Type mismatch for key ${name} expected: S actual: ${Object.keys(value)[0]}`;
    throw validationError(`One or more parameter values were invalid: ${mismatch}`);
  }
  if (text !== '') return text;
  throw validationError(
    `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
  );
}

function refuseLong(text: string, most: number, message: string): void {
  if (Buffer.byteLength(text) > most) {
    throw validationError(`One or more parameter values were invalid: ${message}`);
  }
}
