import type { FollowWindow, Picture } from '../model/window.ts';

/** Whether a load balancer is still followed (null), or is stable, or has been followed for as long as one may be; and why, as a clause. */
export type Followed = { readonly over: 'stable' | 'spent' | null; readonly reason: string };

/** Checks in a row that must show the same. */
const SAME_CHECKS = 3;
/** Draining may last longer than this (up to an hour); what is still moving then is told by the ordinary checks. */
const LONGEST_MS = 30 * 60_000;
/** With ever new events the bound moves on, yet not further than this: alarms are quiet meanwhile. */
const LONGEST_IN_ALL_MS = 2 * 3_600_000;

/** What there is to go by: what checks saw (in any order), the time (ISO 8601), and `settlingSeconds`. */
export type Seen = { readonly pictures: readonly Picture[]; readonly now: string; readonly leastSeconds: number };

/**
 * Whether a load balancer is still to be followed after deploys and changes: until the slowest target group has had the
 * time to call a target healthy, every target's word is settled, and three checks in a row since the latest event show the
 * same, each deploy that has begun having come to its end; at most 30 minutes from the latest event and two hours in all.
 */
export function followed(window: FollowWindow, { pictures, now, leastSeconds }: Seen): Followed {
  const sinceLatestMs = Date.parse(now) - Date.parse(window.latestAt);
  if (sinceLatestMs >= LONGEST_MS)
    return over('spent', '30 minutes have passed since the latest event, and it is not stable yet');
  if (Date.parse(now) - Date.parse(window.openedAt) >= LONGEST_IN_ALL_MS) {
    return over('spent', 'two hours have passed since the first event, and events keep coming');
  }
  if (Object.values(window.steps).some(({ ended }) => !ended))
    return on('a deploy has begun, and its end has not come yet');
  if (sinceLatestMs < leastSeconds * 1000) return on(`a new target needs ${leastSeconds} s to be called healthy`);
  return byPictures(pictures.filter(({ at }) => at >= window.latestAt));
}

function byPictures(since: readonly Picture[]): Followed {
  const checks = [...new Map(since.map((picture) => [picture.at, picture])).values()];
  const latest = checks.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SAME_CHECKS);
  const [newest] = latest;
  if (newest === undefined) return on('it has not been checked since the latest event');
  if (newest.unsettled > 0) return on(`the load balancer has not settled on ${newest.unsettled} of its endpoints`);
  const same = latest.findIndex(({ state, unsettled }) => state !== newest.state || unsettled > 0);
  const count = same === -1 ? latest.length : same;
  if (count < SAME_CHECKS) return on(`${count} of ${SAME_CHECKS} checks in a row have shown the same`);
  return over('stable', `${SAME_CHECKS} checks in a row have shown the same, and every target is settled`);
}

function over(how: 'stable' | 'spent', reason: string): Followed {
  return { over: how, reason };
}

function on(reason: string): Followed {
  return { over: null, reason };
}
