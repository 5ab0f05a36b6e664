import type { Hop, PathJudgement } from '../model/flow.ts';
import { hangsSome } from './hangs-some.ts';

/**
 * What of a way no answer comes through, in the packet's order. That nobody is seen at the other end stops none: in a
 * subnet that accounts share, interfaces of the others are not to be seen
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html).
 */
export function answerStoppers({ blockers }: Pick<PathJudgement, 'blockers'>): readonly Hop[] {
  return blockers.filter((hop) => hop.kind !== 'destination' && !hangsSome(hop));
}
