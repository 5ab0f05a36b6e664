import { holderOf } from '../model/holder-of.ts';
import type { Inventory } from '../model/inventory.ts';

/**
 * The `Name` tag of a target's instance: of the instance itself, or of the one whose interface in the VPC holds the
 * address. Null where there is no such instance, it has no name, or it could not be read.
 */
export function targetName(
  { instances, networkInterfaces }: Inventory,
  { targetId, vpcId }: { readonly targetId: string; readonly vpcId: string | null },
): string | null {
  if (!instances.known) return null;
  const interfaces = networkInterfaces.known ? networkInterfaces.value.filter((one) => one.vpcId === vpcId) : [];
  const instanceId = holderOf(interfaces, [targetId])?.attachment?.instanceId ?? targetId;
  return instances.value.find(({ id }) => id === instanceId)?.name ?? null;
}
