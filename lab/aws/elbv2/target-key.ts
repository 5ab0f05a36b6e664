import type { Target, TargetGroup } from '../../../lambda/model/inventory.ts';

/** What tells one registration in a group from another: a target without a port has the group's own. */
export function targetKey({ id, port }: Target, group: Pick<TargetGroup, 'port'>): string {
  return `${id}:${port ?? group.port ?? ''}`;
}
