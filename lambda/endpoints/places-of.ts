import type { VantagePoint } from '../model/endpoint.ts';
import type { Inventory } from '../model/inventory.ts';
import { vantagePointsOf } from './vantage-points-of.ts';
import { watchPlaces } from './watch-places.ts';

/** All places of an inventory that connections start from: of its load balancers, and of those who call watched hosts. */
export function placesOf(inventory: Inventory): readonly VantagePoint[] {
  return [
    ...inventory.loadBalancers.flatMap((loadBalancer) => vantagePointsOf(inventory, loadBalancer)),
    ...(inventory.watches ?? []).flatMap((watch) => watchPlaces(inventory, watch)),
  ];
}
