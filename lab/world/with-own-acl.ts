import type { NetworkAclEntry } from '../../lambda/model/inventory.ts';
import { subnetNamed } from './subnet-named.ts';
import type { World } from './world.ts';

/** The world with a network ACL for one subnet alone, whose entries are made of those that it has had so far. */
export function withOwnAcl(
  world: World,
  subnetName: string,
  change: (entries: readonly NetworkAclEntry[]) => readonly NetworkAclEntry[],
): World {
  const { id, vpcId } = subnetNamed(world, subnetName);
  const before = world.networkAcls.find((acl) => acl.subnetIds.includes(id));
  const others = world.networkAcls.map((acl) => ({ ...acl, subnetIds: acl.subnetIds.filter((one) => one !== id) }));
  const own = {
    ...{ id: `acl-${id.replace('subnet-', '')}`, vpcId, isDefault: false, subnetIds: [id] },
    entries: change(before?.entries ?? []),
  };
  return { ...world, networkAcls: [...others, own] };
}
