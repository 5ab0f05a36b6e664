import type { Target, TargetHealth } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';

/** The targets of a group that are draining, as the load balancer tells of them. */
export type Drains = (world: World, group: World['targetGroups'][number]) => readonly TargetHealth[];

/** What AWS takes where the attribute is not set (Elastic Load Balancing, "Edit target group attributes"). */
const DEFAULT_DELAY_SECONDS = 300;

/**
 * Keeps the time for targets that are deregistered: each is told of for its group's deregistration delay, counted from
 * when it was first seen draining, and then no more.
 */
export function drains(): Drains {
  const begun = new Map<string, number>();
  return (world, group) => {
    const now = performance.now();
    const draining = world.draining[group.arn] ?? [];
    const keyOf = ({ id, port }: Target) => `${group.arn} ${id} ${port}`;
    forgetOthers(begun, `${group.arn} `, draining.map(keyOf));
    const delay = Number(group.attributes['deregistration_delay.timeout_seconds'] ?? DEFAULT_DELAY_SECONDS);
    return draining.filter((target) => now - sinceWhen(begun, keyOf(target), now) < delay * 1000).map(lineOf);
  };
}

/** Who is registered again, and leaves again, drains anew. */
function forgetOthers(begun: Map<string, number>, prefix: string, kept: readonly string[]): void {
  const others = [...begun.keys()].filter((key) => key.startsWith(prefix) && !kept.includes(key));
  for (const key of others) begun.delete(key);
}

function sinceWhen(begun: Map<string, number>, key: string, now: number): number {
  const since = begun.get(key) ?? now;
  begun.set(key, since);
  return since;
}

function lineOf(target: Target): TargetHealth {
  const description = 'Target deregistration is in progress';
  return { target, healthCheckPort: null, state: 'draining', reason: 'Target.DeregistrationInProgress', description };
}
