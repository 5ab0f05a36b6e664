import type { Subnet } from '../model/inventory.ts';
import { oncePer } from './once-per.ts';

/** All subnets by their id. */
export const subnetById = oncePer(
  (subnets: readonly Subnet[]): ReadonlyMap<string, Subnet> => new Map(subnets.map((subnet) => [subnet.id, subnet])),
);
