import { ago } from '../page/ago.ts';
import { moment } from '../page/moment.ts';

/** The time now (ISO 8601), and how many seconds lie between two scheduled checks. */
export type Clock = { readonly now: string; readonly intervalSeconds: number };

/** One check may be late; three in a row are not. */
const MISSED = 3;

/**
 * When a check was, in words, where it is so old that more than three since are missing; null where it is not. What is no time
 * is as old.
 */
export function staleSince(at: string, { now, intervalSeconds }: Clock): string | null {
  const isFresh = Date.parse(now) - Date.parse(at) <= MISSED * intervalSeconds * 1000;
  return isFresh ? null : `${moment(at)} (${ago(at, now)})`;
}
