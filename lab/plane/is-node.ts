import type { NetworkInterface } from '../../lambda/model/inventory.ts';

/** Whether an interface is a load balancer's node; the others are hosts'. */
export function isNode(one: Pick<NetworkInterface, 'description'>): boolean {
  return one.description.startsWith('ELB ');
}
