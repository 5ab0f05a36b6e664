import { holderOf } from '../model/holder-of.ts';
import type { Inventory } from '../model/inventory.ts';

/** Whether the inventory knows a name: an instance's or interface's id, a load balancer's name or ARN, an address that is held. */
export function isInInventory({ loadBalancers, networkInterfaces }: Inventory, text: string): boolean {
  if (loadBalancers.some(({ name, arn }) => name === text || arn === text)) return true;
  if (!networkInterfaces.known) return false;
  const interfaces = networkInterfaces.value;
  if (interfaces.some(({ id, attachment }) => id === text || attachment?.instanceId === text)) return true;
  const isPublicly = interfaces.some((one) => one.addresses.some(({ publicAddress }) => publicAddress === text));
  return isPublicly || holderOf(interfaces, [text]) !== undefined;
}
