import type { Comparator, Condition, Operand } from './condition.ts';
import type { AttributeValue, Item } from './item.ts';
import { sameValue } from './same-value.ts';
import { valueOrder } from './value-order.ts';

/**
 * Whether a condition holds of a row; a row that is not there has no attributes. What is missing or of another type is
 * neither equal to, nor below, nor above anything, and so is `<>` to everything.
 */
export function holds(condition: Condition, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item) && holds(condition.right, item);
    case 'or':
      return holds(condition.left, item) || holds(condition.right, item);
    case 'not':
      return !holds(condition.inner, item);
    case 'attribute_exists':
      return Object.hasOwn(item, condition.name);
    case 'attribute_not_exists':
      return !Object.hasOwn(item, condition.name);
    case 'begins_with':
      return beginsWith(operandOf(condition.text, item), operandOf(condition.prefix, item));
    case 'between':
      return (
        compares('>=', operandOf(condition.value, item), operandOf(condition.low, item)) &&
        compares('<=', operandOf(condition.value, item), operandOf(condition.high, item))
      );
    case 'compare':
      return compares(condition.comparator, operandOf(condition.left, item), operandOf(condition.right, item));
  }
}

function operandOf(operand: Operand, item: Item): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value;
  return Object.hasOwn(item, operand.name) ? item[operand.name] : undefined;
}

function beginsWith(value: AttributeValue | undefined, prefix: AttributeValue | undefined): boolean {
  const type = prefix?.['S'] === undefined ? 'B' : 'S';
  const [whole, start] = [bytesOf(value?.[type], type), bytesOf(prefix?.[type], type)];
  return whole !== null && start !== null && whole.subarray(0, start.length).equals(start);
}

function bytesOf(content: unknown, type: 'S' | 'B'): Buffer | null {
  return typeof content === 'string' ? Buffer.from(content, type === 'S' ? 'utf8' : 'base64') : null;
}

const ORDERS: Readonly<Record<'<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function compares(comparator: Comparator, left?: AttributeValue, right?: AttributeValue): boolean {
  if (left === undefined || right === undefined) return comparator === '<>';
  if (comparator === '=') return sameValue(left, right);
  if (comparator === '<>') return !sameValue(left, right);
  const order = valueOrder(left, right);
  return order !== null && ORDERS[comparator](order);
}
