import type { WindowState } from './window-state.ts';

/** The end of a window up to a time (ISO 8601, in UTC with milliseconds). `spent`: nothing is stable, but its time is up. */
export type WindowClose = { readonly at: string; readonly spent: boolean };

/**
 * A window after it was closed up to a time. What happened later keeps it open, since the latest event, or since it was opened
 * where it is spent; a close that is older than another changes nothing.
 */
export function withClose(state: WindowState | null, { at, spent }: WindowClose): WindowState | null {
  const { open, closedAt, ...before } = state ?? { open: null, closedAt: null, spentSince: null };
  if (closedAt !== null && at <= closedAt) return state;
  const spentSince = spent ? (open?.openedAt ?? before.spentSince) : null;
  if (open === null || open.latestAt <= at) return { open: null, closedAt: at, spentSince };
  // Of the events after the close only the latest is known for sure.
  const openedAt = spent || open.openedAt > at ? open.openedAt : open.latestAt;
  const steps = Object.fromEntries(Object.entries(open.steps).filter(([, step]) => step.at > at));
  return { open: { ...open, openedAt, steps }, closedAt: at, spentSince };
}
