import type { Placeholders } from './placeholders.ts';
import type { TokenReader } from './token-reader.ts';

/**
 * Reads an attribute's name, which must be written `#name`: the lab keeps no copy of AWS's reserved words, and a name that
 * AWS would refuse must not pass here. A bare name, or a path into a value, is answered as a failure of the lab.
 */
export function parsePath(tokens: TokenReader, { name }: Placeholders): string {
  const token = tokens.peek();
  if (/^\w/.test(token)) throw new Error(`the lab's DynamoDB wants attribute names as #${token}, not ${token}`);
  if (!token.startsWith('#')) throw tokens.unexpected();
  const attribute = name(tokens.take(), tokens.expression);
  if (['.', '['].includes(tokens.peek())) throw new Error("the lab's DynamoDB knows no paths into a value");
  return attribute;
}
