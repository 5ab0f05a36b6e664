import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue } from './item.ts';

/** Whether two values are equal: of one type, numbers by what they are worth, sets whatever their order. */
export function sameValue(one: AttributeValue, other: AttributeValue): boolean {
  return isDeepStrictEqual(canonical(one), canonical(other));
}

function canonical(value: AttributeValue): unknown {
  const [type = '', content] = Object.entries(value)[0] ?? [];
  return [type, canonicalContent(type, content)];
}

function canonicalContent(type: string, content: unknown): unknown {
  if (type === 'N') return Number(content);
  if (type === 'NS') return (content as readonly string[]).map(Number).sort((one, other) => one - other);
  if (type === 'SS' || type === 'BS') return [...(content as readonly string[])].sort();
  if (type === 'L') return (content as readonly AttributeValue[]).map(canonical);
  if (type !== 'M') return content;
  const members = Object.entries(content as Readonly<Record<string, AttributeValue>>);
  return new Map(members.map(([name, member]) => [name, canonical(member)]));
}
