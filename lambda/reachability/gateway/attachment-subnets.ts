import type { Inventory } from '../../model/inventory.ts';
import type { TransitGatewayAttachment } from '../../model/network.ts';
import { type Located, locate } from '../locate.ts';
import { subnetById } from '../subnet-by-id.ts';

/** The subnets in which a transit gateway attachment has its interfaces, as far as the inventory holds them. */
export function attachmentSubnets(inventory: Inventory, { vpc }: TransitGatewayAttachment): readonly Located[] {
  const { subnets } = inventory;
  if (!subnets.known || vpc === null) return [];
  return vpc.subnetIds.flatMap((subnetId) => {
    const cidr = subnetById(subnets.value).get(subnetId)?.cidr;
    const place = { subnetId, interfaceId: null, securityGroups: [] };
    return (cidr === undefined ? null : locate(inventory, { ...place, cidr })) ?? [];
  });
}
