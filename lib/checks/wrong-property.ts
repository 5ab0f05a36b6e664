/** The error for a property that cannot be: it names the property, the wrong value, and what is allowed. */
export function wrongProperty(property: string, value: unknown, allowed: string): Error {
  return new Error(`OriginDoctor: ${property} is ${textOf(value)}; allowed is ${allowed}`);
}

const LONGEST = 200;

function textOf(value: unknown): string {
  if (value === undefined) return 'missing';
  // JSON has no word for NaN.
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && !isPlain(value)) return `a ${value.constructor?.name ?? 'thing'}`;
  const text = JSON.stringify(value, (_, inner: unknown) => (isPlain(inner) ? inner : '…')) ?? typeof value;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A construct knows its parent and children, and cannot be written out. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
