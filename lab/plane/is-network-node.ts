import type { NetworkInterface } from '../../lambda/model/inventory.ts';

/** Whether an interface is a node of a Network Load Balancer, which forwards connections as the kernel's own translation. */
export function isNetworkNode(one: Pick<NetworkInterface, 'description'>): boolean {
  return one.description.startsWith('ELB net/');
}
