import type { WindowState } from './window-state.ts';

/**
 * What opens a window, or keeps it open. `at` is ISO 8601, in UTC with milliseconds; `step`: what it begins, whose end will
 * come, or ends.
 */
export type WindowEvent = {
  readonly reason: string;
  readonly at: string;
  readonly eventId: string;
  readonly step: { readonly id: string; readonly ended: boolean } | null;
};

/** A window that was spent goes on where an event follows within this: its time is not given anew. */
const PAUSE_MS = 3_600_000;
/** Each takes some 100 bytes of a row. */
const MOST_STEPS = 200;

type Open = NonNullable<WindowState['open']>;

/**
 * A window after an event, which opens or widens it. An event no later than the last close was meant by that close, and
 * changes nothing. Events and closes may come in any order and more than once: whether it is open, its latest event, and which
 * steps have not ended, are the same in the end.
 */
export function withEvent(state: WindowState | null, event: WindowEvent): WindowState | null {
  const { at, eventId, reason } = event;
  const { open, closedAt, spentSince } = state ?? { open: null, closedAt: null, spentSince: null };
  if (closedAt !== null && at <= closedAt) return state;
  const known = open ?? { openedAt: goneOnSince(at, state) ?? at, latestAt: '', reason, eventId, steps: {} };
  const latest = isLatest(event, known) ? { latestAt: at, reason, eventId } : null;
  const openedAt = at < known.openedAt ? at : known.openedAt;
  const steps = withStep(known.steps, event);
  if (latest === null && openedAt === known.openedAt && steps === known.steps) return state;
  return { open: { ...known, ...latest, openedAt, steps }, closedAt, spentSince };
}

function isLatest({ at, eventId }: WindowEvent, known: Open): boolean {
  return at > known.latestAt || (at === known.latestAt && eventId > known.eventId);
}

/** Since when the window was open that goes on with an event of this time; null where it is one of its own. */
function goneOnSince(at: string, state: WindowState | null): string | null {
  const { closedAt = null, spentSince = null } = state ?? {};
  return closedAt !== null && Date.parse(at) - Date.parse(closedAt) < PAUSE_MS ? spentSince : null;
}

/** The same where it is known already. Of a begin and an end in one second the end is the later. */
function withStep(steps: Open['steps'], { at, step }: WindowEvent): Open['steps'] {
  if (step === null) return steps;
  const { id, ended } = step;
  const known = steps[id];
  if (known !== undefined && (at < known.at || (at === known.at && (known.ended || !ended)))) return steps;
  const latestFirst = Object.entries({ ...steps, [id]: { at, ended } }).toSorted(
    ([, a], [, b]) => Number(a.ended) - Number(b.ended) || Date.parse(b.at) - Date.parse(a.at),
  );
  return Object.fromEntries(latestFirst.slice(0, MOST_STEPS));
}
