import type { Decision } from '../../../../lambda/model/flow.ts';
import type { WayJudgement } from '../../../../lambda/model/way.ts';
import { rule } from '../small-inventory.ts';
import { balanced, GROUP, openLines, type Situation, wayOf } from './balanced.ts';

/** The way from the jump host to a node of `inner`. */
export function toNode(situation: Situation = {}, to = '10.0.0.7:80', from = 'i-jump'): WayJudgement {
  return wayOf(balanced(situation), from, to);
}

/** The verdict on each registered target behind the node, by name. */
export function targetsOf({ worst: { through } }: WayJudgement): Record<string, Decision> {
  const targets = through?.rules.flatMap(({ groups }) => groups.flatMap((one) => one.targets)) ?? [];
  return Object.fromEntries(targets.map(({ target, verdict }) => [target.name ?? target.id, verdict]));
}

/** Actions that forward to `apps` with these weights. */
export function forwardTo(...weights: number[]) {
  return [{ type: 'forward', targetGroups: weights.map((weight) => ({ arn: GROUP, weight })) }];
}

/** Lines by which the applications admit a range or a group on their port, instead of the jump host. */
export function admit(peer: string, ...more: ReturnType<typeof rule>[]) {
  const others = openLines.filter(({ id }) => id !== 'sgr-app-in');
  return [...others, rule('sgr-app-in', 'sg-app', 'in', 'tcp', 8080, peer), ...more];
}
