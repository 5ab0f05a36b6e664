import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Condition, Operand } from './condition.ts';
import { parseCondition } from './parse-condition.ts';
import type { Placeholders } from './placeholders.ts';
import type { TableDefinition } from './table-definition.ts';
import { validationError } from './validation-error.ts';

/** Which rows a query is about: the condition, and the one partition that it lies in. */
export type KeyCondition = { readonly condition: Condition; readonly partition: string };

/**
 * Reads `KeyConditionExpression`: the partition key `=` a value, and at most one condition on the sort key. Throws
 * `ValidationException` for anything else.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
 */
export function keyCondition(input: Input, placeholders: Placeholders): (definition: TableDefinition) => KeyCondition {
  const text = textOf(input, 'KeyConditionExpression');
  if (text === undefined) {
    throw validationError(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  }
  const condition = parseCondition(text, 'KeyConditionExpression', placeholders);
  const parts = condition.kind === 'and' ? [condition.left, condition.right] : [condition];
  return (definition) => ({ condition, partition: partitionOf(parts.map(onOneKey), definition) });
}

/** A condition on one key attribute: which, and how it is compared. */
type OnKey = { readonly name: string; readonly operator: string; readonly value: Operand };

function onOneKey(condition: Condition): OnKey {
  if (condition.kind === 'compare') return onKey(condition.left, condition.comparator, condition.right);
  if (condition.kind === 'begins_with') return onKey(condition.text, 'begins_with', condition.prefix);
  if (condition.kind === 'between') return onKey(condition.value, 'BETWEEN', condition.low);
  if (condition.kind === 'and') throw validationError('Conditions must be of length 1 or 2');
  throw invalidOperator(condition.kind.startsWith('attribute') ? condition.kind : condition.kind.toUpperCase());
}

function onKey(operand: Operand, operator: string, value: Operand): OnKey {
  if (operator === '<>') throw invalidOperator(operator);
  if (operand.kind === 'attribute' && value.kind === 'value') return { name: operand.name, operator, value };
  throw validationError(
    'Invalid KeyConditionExpression: Invalid condition in KeyConditionExpression: a key must be compared with a value',
  );
}

function invalidOperator(operator: string): Error {
  return validationError(
    `Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: ${operator}`,
  );
}

function partitionOf(parts: readonly OnKey[], { partitionKey, sortKey }: TableDefinition): string {
  const partition = parts.find(({ name }) => name === partitionKey);
  if (partition === undefined) throw validationError(`Query condition missed key schema element: ${partitionKey}`);
  if (partition.operator !== '=') throw validationError('Query key condition not supported');
  const stranger = parts.find((part) => part !== partition && part.name !== sortKey);
  if (stranger !== undefined) throw validationError(`Query condition missed key schema element: ${sortKey}`);
  if (parts.some(({ value }) => value.kind === 'value' && value.value['S'] === undefined)) {
    throw validationError(
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    );
  }
  return partition.value.kind === 'value' ? String(partition.value.value['S']) : '';
}
