import * as z from 'zod';

const OPEN = z.object({
  openedAt: z.iso.datetime(),
  latestAt: z.iso.datetime(),
  reason: z.string(),
  eventId: z.string(),
  steps: z.record(z.string(), z.object({ at: z.iso.datetime(), ended: z.boolean() })).default({}),
});

/**
 * How a window is kept: since when and by what it is open, and up to when it was closed. `spentSince`: it was closed though
 * nothing was stable, having been open for as long as one may be, since then.
 */
export const windowState = z.object({
  open: OPEN.nullable(),
  closedAt: z.iso.datetime().nullable(),
  spentSince: z.iso.datetime().nullable().default(null),
});

/** Times are ISO 8601, in UTC with milliseconds. `reason` and `eventId` are those of the latest event; `steps` as in `FollowWindow`. */
export type WindowState = z.infer<typeof windowState>;

/** A window that is open. */
export type OpenWindow = z.infer<typeof OPEN>;
