import { parseAddress } from '../model/address.ts';

/** Whether an inventory can hold what a deploy names so: an instance, a thing of Elastic Load Balancing's, an address. */
export function isHeld(id: string): boolean {
  return id.startsWith('i-') || id.includes(':elasticloadbalancing:') || parseAddress(id) !== null;
}
