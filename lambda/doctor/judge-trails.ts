import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { Trail } from './trail.ts';
import { unknownLine } from './unknown-line.ts';

const SUBJECT = 'trail of changes';

/**
 * Whether changes of configuration are told as they happen: EventBridge has them only where a trail logs management events
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html). One trail that does suffices.
 */
export function judgeTrails(trails: Fact<readonly Trail[]>, region: string): GroundLine {
  if (!trails.known) return unknownLine('trail', SUBJECT, trails);
  const judged = trails.value.map((trail) => ({ trail, why: hindranceOf(trail) }));
  const good = judged.find(({ why }) => why === null);
  const line = { part: 'trail', subject: SUBJECT } as const;
  if (good !== undefined) {
    return lineOf({ ...line, state: 'ok', says: `${good.trail.name} logs changes in ${region}.` });
  }
  const unread = trails.value.map(unknownOf).find((fact) => fact !== null);
  if (unread !== undefined) return unknownLine('trail', SUBJECT, unread);
  const reasons = judged.map(({ trail, why }) => `${trail.name} ${why}`);
  const says = reasons.length === 0 ? `No trail covers ${region}.` : `No trail logs changes: ${reasons.join('; ')}.`;
  return lineOf({
    ...line,
    state: 'missing',
    says: `${says} Changes of groups, ACLs, routes and listeners start no check, and are not named as what changed; configuration is still read every 15 minutes, and before anything is blamed.`,
    todo: 'Let a trail log write management events of all Regions, and start it (the first copy of management events costs only its S3 storage).',
  });
}

/** Why a trail does not do; null where it does. */
function hindranceOf({ isLogging, selectors }: Trail): string | null {
  if (isLogging.known && !isLogging.value) return 'is stopped';
  if (selectors.known && !takesWrites(selectors.value)) return 'does not take write management events of EC2 and ELB';
  return isLogging.known && selectors.known ? null : 'is not known in full';
}

function takesWrites(selectors: readonly { management: boolean; writes: boolean; sources: readonly string[] }[]) {
  const taken = selectors.filter(({ management, writes }) => management && writes).flatMap(({ sources }) => sources);
  return taken.includes('ec2') && taken.includes('elasticloadbalancing');
}

/** A fact that might still show the trail to do. */
function unknownOf({ isLogging, selectors }: Trail) {
  if (isLogging.known && !isLogging.value) return null;
  if (selectors.known && !takesWrites(selectors.value)) return null;
  return [isLogging, selectors].find((fact) => !fact.known) ?? null;
}
