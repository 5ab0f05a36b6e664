import type { WindowState } from './window-state.ts';

/** What opens a window, or keeps it open. `at` is ISO 8601, in UTC with milliseconds. */
export type WindowEvent = { readonly reason: string; readonly at: string; readonly eventId: string };

/**
 * A window after an event, which opens or widens it. An event no later than the last close was meant by that close, and
 * changes nothing. Events and closes may come in any order and more than once: whether it is open, and its latest event,
 * are the same in the end.
 */
export function withEvent(state: WindowState | null, { reason, at, eventId }: WindowEvent): WindowState | null {
  const { open, closedAt } = state ?? { open: null, closedAt: null };
  if (closedAt !== null && at <= closedAt) return state;
  if (open === null) return { open: { openedAt: at, latestAt: at, reason, eventId }, closedAt };
  const isLatest = at > open.latestAt || (at === open.latestAt && eventId > open.eventId);
  const openedAt = at < open.openedAt ? at : open.openedAt;
  if (isLatest) return { open: { openedAt, latestAt: at, reason, eventId }, closedAt };
  return openedAt === open.openedAt ? state : { open: { ...open, openedAt }, closedAt };
}
