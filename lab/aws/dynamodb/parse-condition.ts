import type { Comparator, Condition, Operand } from './condition.ts';
import { parseOperand } from './parse-operand.ts';
import { parsePath } from './parse-path.ts';
import type { Placeholders } from './placeholders.ts';
import { type ExpressionName, type TokenReader, tokenReader } from './token-reader.ts';
import { validationError } from './validation-error.ts';

const COMPARATORS: readonly string[] = ['=', '<>', '<', '<=', '>', '>='] satisfies readonly Comparator[];
/** Functions and operators that AWS knows and the lab does not. */
const NOT_HERE: readonly string[] = ['attribute_type', 'contains', 'size', 'IN'];

/**
 * Parses a condition: comparisons, `BETWEEN`, `begins_with`, `attribute_exists`, `attribute_not_exists`, joined by `NOT`,
 * `AND`, `OR` (binding in that order) and parentheses. Throws `ValidationException` for what is no condition.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function parseCondition(text: string, expression: ExpressionName, placeholders: Placeholders): Condition {
  const tokens = tokenReader(text, expression);
  const condition = parseOr(tokens, placeholders);
  if (tokens.peek() !== '') throw tokens.unexpected();
  return condition;
}

function parseOr(tokens: TokenReader, placeholders: Placeholders): Condition {
  let left = parseAnd(tokens, placeholders);
  while (tokens.takeIf('OR')) left = { kind: 'or', left, right: parseAnd(tokens, placeholders) };
  return left;
}

function parseAnd(tokens: TokenReader, placeholders: Placeholders): Condition {
  let left = parseNot(tokens, placeholders);
  while (tokens.takeIf('AND')) left = { kind: 'and', left, right: parseNot(tokens, placeholders) };
  return left;
}

function parseNot(tokens: TokenReader, placeholders: Placeholders): Condition {
  if (tokens.takeIf('NOT')) return { kind: 'not', inner: parseNot(tokens, placeholders) };
  if (!tokens.takeIf('(')) return parseSingle(tokens, placeholders);
  const inner = parseOr(tokens, placeholders);
  tokens.expect(')');
  return inner;
}

function parseSingle(tokens: TokenReader, placeholders: Placeholders): Condition {
  if (/^[A-Za-z]/.test(tokens.peek())) return parseFunction(tokens, placeholders);
  const left = parseOperand(tokens, placeholders);
  if (tokens.takeIf('BETWEEN')) return parseBetween(left, tokens, placeholders);
  const comparator = tokens.peek();
  if (comparator.toUpperCase() === 'IN') throw notHere(comparator);
  if (!COMPARATORS.includes(comparator)) throw tokens.unexpected();
  tokens.take();
  const right = parseOperand(tokens, placeholders);
  refuseSame(comparator, left, right, tokens.expression);
  return { kind: 'compare', comparator: comparator as Comparator, left, right };
}

function parseFunction(tokens: TokenReader, placeholders: Placeholders): Condition {
  const name = tokens.take();
  if (tokens.peek() !== '(') throw new Error(`the lab's DynamoDB wants attribute names as #${name}, not ${name}`);
  tokens.take();
  const condition = argumentsOf(name, tokens, placeholders);
  tokens.expect(')');
  return condition;
}

function argumentsOf(name: string, tokens: TokenReader, placeholders: Placeholders): Condition {
  if (name === 'attribute_exists' || name === 'attribute_not_exists') {
    return { kind: name, name: parsePath(tokens, placeholders) };
  }
  if (name === 'begins_with') {
    const text = parseOperand(tokens, placeholders);
    tokens.expect(',');
    return { kind: 'begins_with', text, prefix: textual(parseOperand(tokens, placeholders), tokens.expression) };
  }
  if (NOT_HERE.includes(name)) throw notHere(name);
  throw validationError(`Invalid ${tokens.expression}: Invalid function name; function: ${name}`);
}

function parseBetween(value: Operand, tokens: TokenReader, placeholders: Placeholders): Condition {
  const low = parseOperand(tokens, placeholders);
  tokens.expect('AND');
  return { kind: 'between', value, low, high: parseOperand(tokens, placeholders) };
}

function textual(operand: Operand, expression: ExpressionName): Operand {
  const type = operand.kind === 'value' ? Object.keys(operand.value)[0] : 'S';
  if (type === 'S' || type === 'B') return operand;
  const what = 'Incorrect operand type for operator or function; operator or function: begins_with';
  throw validationError(`Invalid ${expression}: ${what}, operand type: ${type}`);
}

function refuseSame(comparator: string, left: Operand, right: Operand, expression: ExpressionName): void {
  if (left.kind !== 'attribute' || right.kind !== 'attribute' || left.name !== right.name) return;
  const what = 'The first operand must be distinct from the remaining operands for this operator or function';
  throw validationError(`Invalid ${expression}: ${what}; operator: ${comparator}, first operand: [${left.name}]`);
}

function notHere(name: string): Error {
  return new Error(`the lab's DynamoDB does not know ${name} in conditions`);
}
