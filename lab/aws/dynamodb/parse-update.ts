import { parseOperand } from './parse-operand.ts';
import { parsePath } from './parse-path.ts';
import type { Placeholders } from './placeholders.ts';
import { type TokenReader, tokenReader } from './token-reader.ts';
import type { SetAction, SetOperand, Update } from './update.ts';
import { validationError } from './validation-error.ts';

/**
 * Parses `SET #a = operand [+|- operand], …` and `REMOVE #b, …`; operands may be `if_not_exists(#a, :v)`. Throws
 * `ValidationException` for what is no update. `ADD`, `DELETE` and `list_append` are answered as a failure of the lab.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 */
export function parseUpdate(text: string, placeholders: Placeholders): Update {
  const tokens = tokenReader(text, 'UpdateExpression');
  const sets: SetAction[] = [];
  const removes: string[] = [];
  const seen = new Set<string>();
  while (tokens.peek() !== '') {
    const section = sectionOf(tokens, seen);
    if (section === 'SET') sets.push(...listOf(tokens, () => parseSet(tokens, placeholders)));
    else removes.push(...listOf(tokens, () => parsePath(tokens, placeholders)));
  }
  refuseOverlap([...sets.map(({ name }) => name), ...removes]);
  return { sets, removes };
}

function sectionOf(tokens: TokenReader, seen: Set<string>): 'SET' | 'REMOVE' {
  const section = tokens.peek().toUpperCase();
  if (section === 'ADD' || section === 'DELETE') throw new Error(`the lab's DynamoDB does not know ${section}`);
  if (section !== 'SET' && section !== 'REMOVE') throw tokens.unexpected();
  if (seen.has(section)) {
    const what = `The "${section}" section can only be used once in an update expression`;
    throw validationError(`Invalid UpdateExpression: ${what};`);
  }
  seen.add(section);
  tokens.take();
  return section;
}

function listOf<T>(tokens: TokenReader, parse: () => T): readonly T[] {
  const list = [parse()];
  while (tokens.takeIf(',')) list.push(parse());
  return list;
}

function parseSet(tokens: TokenReader, placeholders: Placeholders): SetAction {
  const name = parsePath(tokens, placeholders);
  tokens.expect('=');
  const first = parseSetOperand(tokens, placeholders);
  const sign = tokens.peek();
  if (sign !== '+' && sign !== '-') return { name, first, second: null };
  tokens.take();
  return { name, first, second: { sign, operand: parseSetOperand(tokens, placeholders) } };
}

function parseSetOperand(tokens: TokenReader, placeholders: Placeholders): SetOperand {
  if (!/^[A-Za-z]/.test(tokens.peek())) return parseOperand(tokens, placeholders);
  const called = tokens.take();
  if (tokens.peek() !== '(') throw new Error(`the lab's DynamoDB wants attribute names as #${called}, not ${called}`);
  if (called === 'list_append') throw new Error("the lab's DynamoDB does not know list_append");
  if (called !== 'if_not_exists') {
    throw validationError(`Invalid UpdateExpression: Invalid function name; function: ${called}`);
  }
  tokens.take();
  const name = parsePath(tokens, placeholders);
  tokens.expect(',');
  const otherwise = parseOperand(tokens, placeholders);
  tokens.expect(')');
  return { kind: 'if_not_exists', name, otherwise };
}

function refuseOverlap(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return;
  const what = 'Two document paths overlap with each other; must remove or rewrite one of these paths';
  throw validationError(`Invalid UpdateExpression: ${what}; path one: [${twice}], path two: [${twice}]`);
}
