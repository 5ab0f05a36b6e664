import type { Change } from '../model/change.ts';
import type { Finding } from '../model/diagnosis.ts';

/** Between what times it broke (ISO 8601): the last check that saw it well (null: none did), and the first that saw it ill. */
export type Broke = { readonly lastWell: string | null; readonly since: string };

/**
 * A check's time is when it began, and what it read is from some time after: a change made during the check that still saw
 * all well, or one that took a while to have effect, is dated before `lastWell`.
 */
const BEFORE_MS = 120_000;

/**
 * CloudTrail's `eventTime` has whole seconds and comes from the service's own clock, so a change may seem to follow what
 * it caused. That the event is delivered late (about 5 minutes on average) does not matter: its time is the call's.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
 */
const AFTER_MS = 5_000;

/** How far back a change is believed to be behind what nobody has seen well. */
const NEVER_WELL_MS = 3_600_000;

/**
 * The change behind a finding: of those that touched its culprit (the resource, or the line where that is a resource of
 * its own, as `sgr-…` is) while it broke, the last one before it was seen. Null where none did. The order of the changes and
 * doubled ones make no difference.
 */
export function changeBehind(finding: Finding, changes: readonly Change[], broke: Broke): Finding['changedBy'] {
  const since = Date.parse(broke.since);
  const from = broke.lastWell === null ? since - NEVER_WELL_MS : Date.parse(broke.lastWell) - BEFORE_MS;
  const { resource, line = resource } = finding.culprit;
  const suspects = changes.filter(({ when, resources }) => {
    const at = Date.parse(when);
    return at >= from && at <= since + AFTER_MS && (resources.includes(resource) || resources.includes(line));
  });
  const [nearest] = suspects.toSorted(
    (a, b) => distance(a, since) - distance(b, since) || (a.eventId < b.eventId ? -1 : 1),
  );
  return nearest === undefined ? null : { event: nearest.event, who: nearest.who, when: nearest.when };
}

/** How far before the symptom a change was made. One dated after it comes last: only clocks can make it the cause. */
function distance({ when }: Change, since: number): number {
  const before = since - Date.parse(when);
  return before >= 0 ? before : Number.MAX_SAFE_INTEGER / 2 - before;
}
