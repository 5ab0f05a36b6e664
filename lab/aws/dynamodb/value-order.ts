import type { AttributeValue } from './item.ts';

/**
 * How two values stand to each other: below zero, zero, above. Null where they are of two types, or of one that has no
 * order. Texts go by their UTF-8 bytes, bytes unsigned.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 */
export function valueOrder(one: AttributeValue, other: AttributeValue): number | null {
  const [type = '', content] = Object.entries(one)[0] ?? [];
  const against = other[type];
  if (against === undefined) return null;
  if (type === 'N') return Number(content) - Number(against);
  if (type === 'S') return Buffer.compare(Buffer.from(String(content)), Buffer.from(String(against)));
  if (type !== 'B') return null;
  return Buffer.compare(Buffer.from(String(content), 'base64'), Buffer.from(String(against), 'base64'));
}
