import type { Inventory } from '../model/inventory.ts';

/** What Elastic Load Balancing knows: the part of an inventory by which the rest of it is asked for. */
export type LoadBalancing = Pick<Inventory, 'loadBalancers' | 'listeners' | 'rules' | 'targetGroups' | 'targetHealth'>;
