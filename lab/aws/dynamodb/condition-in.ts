import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Condition } from './condition.ts';
import { parseCondition } from './parse-condition.ts';
import type { Placeholders } from './placeholders.ts';

/** The condition that a request carries under this name; null without one. */
export function conditionIn(
  input: Input,
  parameter: 'ConditionExpression' | 'FilterExpression',
  placeholders: Placeholders,
): Condition | null {
  const text = textOf(input, parameter);
  return text === undefined ? null : parseCondition(text, parameter, placeholders);
}
