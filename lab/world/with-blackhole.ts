import type { World } from './world.ts';

/** The interface of an appliance that was deleted. */
const GONE = 'eni-0dead0000000000a1';

/** The world with a route to what is gone in one of its tables: AWS keeps it, in state `blackhole`. */
export function withBlackhole(world: World, routeTableId: string, destination: string): World {
  const blackhole = { destination, target: GONE, state: 'blackhole' } as const;
  const routeTables = world.routeTables.map((table) =>
    table.id === routeTableId ? { ...table, routes: [...table.routes, blackhole] } : table,
  );
  return { ...world, routeTables };
}
