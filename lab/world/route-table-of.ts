import type { RouteTable } from '../../lambda/model/inventory.ts';
import { subnetNamed } from './subnet-named.ts';
import type { World } from './world.ts';

/** The route table that the subnet with this name uses: its own, else its VPC's main one. Throws when there is none. */
export function routeTableOf(world: World, subnetName: string): RouteTable {
  const { id, vpcId } = subnetNamed(world, subnetName);
  const own = world.routeTables.find((table) => table.subnetIds.includes(id));
  const found = own ?? world.routeTables.find((table) => table.main && table.vpcId === vpcId);
  if (found === undefined) throw new Error(`this world has no route table for ${subnetName}`);
  return found;
}
