import { malformedAnswer } from './malformed-answer.ts';

/** A field that AWS always sends; throws a malformed answer where it is missing or, for a number, is none. */
export function required<T>(value: T | null | undefined, field: string): T {
  if (value === undefined || value === null) throw malformedAnswer(`${field} is missing`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw malformedAnswer(`${field} is not a number`);
  return value;
}
