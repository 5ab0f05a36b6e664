const LONGEST = 80;

/** A value of somebody else's event in an error: short, on one line, and nothing of what an object holds. */
export function valueInWords(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
  if (value === undefined) return 'missing';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
