import type { Operand } from './condition.ts';
import type { AttributeValue, Item } from './item.ts';
import type { SetAction, SetOperand, Update } from './update.ts';
import { validationError } from './validation-error.ts';

/** The row after an update. Every operand is read from the row as it was before. Throws `ValidationException`. */
export function applyUpdate(update: Update, before: Item): Item {
  const kept = Object.entries(before).filter(([name]) => !update.removes.includes(name));
  const set = update.sets.map((action): [string, AttributeValue] => [action.name, valueSet(action, before)]);
  return Object.fromEntries([...kept, ...set]);
}

function valueSet({ first, second }: SetAction, before: Item): AttributeValue {
  const value = operandOf(first, before);
  if (second === null) return value;
  const sign = second.sign === '+' ? 1 : -1;
  return { N: String(numberOf(value) + sign * numberOf(operandOf(second.operand, before))) };
}

function operandOf(operand: SetOperand, before: Item): AttributeValue {
  if (operand.kind !== 'if_not_exists') return plainOperand(operand, before);
  const { name, otherwise } = operand;
  return plainOperand(Object.hasOwn(before, name) ? { kind: 'attribute', name } : otherwise, before);
}

function plainOperand(operand: Operand, before: Item): AttributeValue {
  const value = operand.kind === 'value' ? operand.value : before[operand.name];
  if (value !== undefined) return value;
  throw validationError('The provided expression refers to an attribute that does not exist in the item');
}

function numberOf(value: AttributeValue): number {
  const number = value['N'];
  if (typeof number === 'string') return Number(number);
  throw validationError('An operand in the update expression has an incorrect data type');
}
