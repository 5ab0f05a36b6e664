import type { Operand } from './condition.ts';
import { parsePath } from './parse-path.ts';
import type { Placeholders } from './placeholders.ts';
import type { TokenReader } from './token-reader.ts';

/** Reads `#name` or `:value`. */
export function parseOperand(tokens: TokenReader, placeholders: Placeholders): Operand {
  if (!tokens.peek().startsWith(':')) return { kind: 'attribute', name: parsePath(tokens, placeholders) };
  return { kind: 'value', value: placeholders.value(tokens.take(), tokens.expression) };
}
