import type { WindowState } from './window-state.ts';

/**
 * A window after it was closed up to this time (ISO 8601, in UTC with milliseconds). What happened later keeps it open,
 * since the latest event; a close that is older than another changes nothing.
 */
export function withClose(state: WindowState | null, at: string): WindowState | null {
  const { open, closedAt } = state ?? { open: null, closedAt: null };
  if (closedAt !== null && at <= closedAt) return state;
  if (open === null || open.latestAt <= at) return { open: null, closedAt: at };
  // Of the events after the close only the latest is known for sure.
  const openedAt = open.openedAt > at ? open.openedAt : open.latestAt;
  return { open: { ...open, openedAt }, closedAt: at };
}
