import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';

/** The `groupSet` of an interface or instance: ids with their names; an id whose group is gone stands alone. */
export function groupSet(groupIds: readonly string[], world: World): readonly TreeObject[] {
  return groupIds.map((groupId) => ({
    groupId,
    groupName: world.securityGroups.find((group) => group.id === groupId)?.name,
  }));
}
