/** A copy without the fields that are null: other tools than AWS's own write null for a field that AWS leaves out. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  // Unlike an assignment, this makes a field even of a key that is called `__proto__`.
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutNulls(one)]));
}
