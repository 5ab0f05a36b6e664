import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Item } from './item.ts';
import { parsePath } from './parse-path.ts';
import type { Placeholders } from './placeholders.ts';
import { tokenReader } from './token-reader.ts';

/** How a request's `ProjectionExpression` cuts a row: to the attributes that it names, or not at all. */
export function project(input: Input, placeholders: Placeholders): (row: Item) => Item {
  const text = textOf(input, 'ProjectionExpression');
  if (text === undefined) return (row) => row;
  const tokens = tokenReader(text, 'ProjectionExpression');
  const names = [parsePath(tokens, placeholders)];
  while (tokens.takeIf(',')) names.push(parsePath(tokens, placeholders));
  if (tokens.peek() !== '') throw tokens.unexpected();
  return (row) => Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}
