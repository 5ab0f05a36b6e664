import { ago } from './ago.ts';
import { moment } from './moment.ts';

/**
 * Since when, in words, and when it was last seen well, between which lies what broke it. What is first seen in this very
 * check may be older, and is not said to be new, unless a check before saw it well. All are ISO 8601.
 */
export function since(first: string, now: string, lastWell: string | null): string {
  const well = lastWell === null ? '' : `; last seen well ${moment(lastWell)}`;
  if (Date.parse(first) < Date.parse(now)) return `${moment(first)} (${ago(first, now)})${well}`;
  return `first seen now, ${moment(first)}${well === '' ? '; it may be older' : well}`;
}
