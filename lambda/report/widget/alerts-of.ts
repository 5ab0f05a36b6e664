import type { KeptShown } from '../../model/shown.ts';
import { type Clock, staleSince } from './stale-since.ts';

/** What is kept, what of it could not be read, and whose it is. */
type Kept = { readonly kept: readonly KeptShown[]; readonly problems: readonly string[]; readonly deployment: string };

/** What is said before all else: that there is nothing to show, that it is too old, that some of it is not known. */
export function alertsOf({ kept, problems, deployment }: Kept, clock: Clock): readonly string[] {
  const unread = problems.map((problem) => `NOT KNOWN: ${problem}.`);
  if (kept.length > 0) return [...staleness(kept, clock), ...unread];
  if (unread.length > 0) return ['NOTHING IS KNOWN of what is to be shown here.', ...unread];
  return [
    `NOTHING IS KNOWN: no check of ${deployment} is on record for the last day. The monitor has not run yet, or it has stopped: look at its heartbeat alarm and its log.`,
  ];
}

function staleness(kept: readonly KeptShown[], clock: Clock): readonly string[] {
  const fresh = kept.filter(({ at }) => staleSince(at, clock) === null);
  if (fresh.length === kept.length) return [];
  if (fresh.length > 0) {
    const old = kept.length - fresh.length;
    return [
      `STALE: ${old} of ${kept.length} load balancers and watched paths ${old === 1 ? 'was' : 'were'} not checked of late, though others were: gone, no longer watched, or with checks that fail.`,
    ];
  }
  const newest =
    kept
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? '';
  const when = staleSince(newest, clock);
  return [
    `STALE: the last check was ${when}, and one is due every ${clock.intervalSeconds} s. What follows is as it was then, not as it is now.`,
  ];
}
