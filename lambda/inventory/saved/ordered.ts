/**
 * Lists whose order says something: what a listener does is done in this order, the first range of a VPC and the first
 * address of an interface are its primary ones.
 */
const MEANT = ['actions', 'addresses', 'cidrs', 'conditions', 'defaultActions', 'ipv6Addresses', 'ipv6Cidrs'];

/** Objects whose fields are ARNs or names, in the order in which they were read. */
const RECORDS = ['listeners', 'rules', 'targetHealth', 'attributes.value'];

/**
 * A copy of an inventory, or of a part of it, in an order that does not depend on that of AWS's answers: lists by their
 * items' own text, but for those whose order says something, and records by their keys.
 */
export function ordered<T>(inventory: T): T {
  return orderedIn(inventory, '') as T;
}

function orderedIn(value: unknown, field: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => orderedIn(item, ''));
    return MEANT.includes(field) ? items : byText(items.map((item) => [JSON.stringify(item), item]));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => {
    const within = key === 'value' && field === 'attributes' ? 'attributes.value' : key;
    return [key, orderedIn(one, within)];
  });
  return Object.fromEntries(RECORDS.includes(field) ? entries.sort(byFirst) : entries);
}

function byText(items: [string, unknown][]): readonly unknown[] {
  return items.sort(byFirst).map(([, item]) => item);
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
