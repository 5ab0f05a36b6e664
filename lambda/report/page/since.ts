import { ago } from './ago.ts';
import { moment } from './moment.ts';

/**
 * Since when, in words. What is first seen in this very check may be older, and is not said to be new.
 * Both are ISO 8601.
 */
export function since(first: string, now: string): string {
  if (Date.parse(first) >= Date.parse(now)) {
    return `first seen now, ${moment(first)}; it may be older`;
  }
  return `${moment(first)} (${ago(first, now)})`;
}
