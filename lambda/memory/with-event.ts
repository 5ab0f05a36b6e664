import type { WindowState } from './window-state.ts';

/** What opens a window, or keeps it open. `at` is ISO 8601, in UTC with milliseconds; `begun`: a deploy begins, and its end will come. */
export type WindowEvent = {
  readonly reason: string;
  readonly at: string;
  readonly eventId: string;
  readonly begun: boolean;
};

/** A window that was spent goes on where an event follows within this: its time is not given anew. */
const PAUSE_MS = 3_600_000;

/**
 * A window after an event, which opens or widens it. An event no later than the last close was meant by that close, and
 * changes nothing. Events and closes may come in any order and more than once: whether it is open, and its latest event,
 * are the same in the end.
 */
export function withEvent(state: WindowState | null, event: WindowEvent): WindowState | null {
  const { at, eventId } = event;
  const { open, closedAt, spentSince } = state ?? { open: null, closedAt: null, spentSince: null };
  if (closedAt !== null && at <= closedAt) return state;
  if (open === null) return { open: opened(event, goneOnSince(at, state) ?? at), closedAt, spentSince };
  const isLatest = at > open.latestAt || (at === open.latestAt && eventId > open.eventId);
  const openedAt = at < open.openedAt ? at : open.openedAt;
  if (isLatest) return { open: opened(event, openedAt), closedAt, spentSince };
  return openedAt === open.openedAt ? state : { open: { ...open, openedAt }, closedAt, spentSince };
}

/** Since when the window was open that goes on with an event of this time; null where it is one of its own. */
function goneOnSince(at: string, state: WindowState | null): string | null {
  const { closedAt = null, spentSince = null } = state ?? {};
  return closedAt !== null && Date.parse(at) - Date.parse(closedAt) < PAUSE_MS ? spentSince : null;
}

function opened({ at, ...event }: WindowEvent, openedAt: string): NonNullable<WindowState['open']> {
  return { openedAt, latestAt: at, ...event };
}
