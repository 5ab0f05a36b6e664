import type { Route, RouteTable } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { Input } from '../codecs/input.ts';
import type { Change } from './change.ts';
import { requiredParameter } from './required-parameter.ts';
import { routeTables } from './route-tables.ts';
import { subjectOf } from './subject-of.ts';

/** From the table that a request names to the routes that it shall have. */
type RoutesAfter = (table: RouteTable, input: Input, world: World) => readonly Route[];

const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'];

/** An operation on one route. `parameters` are those beside the destination; `routesAfter` gives the table's routes after it, or throws. */
export function changeRoutes(operation: string, parameters: readonly string[], routesAfter: RoutesAfter): Change {
  return {
    operation,
    subject: { parameter: 'RouteTableId', kind: 'route-table' },
    parameters: [...DESTINATIONS, ...parameters],
    run: (input, world) => {
      const table = subjectOf(world.routeTables, requiredParameter(input, 'RouteTableId'), routeTables);
      const changed = { ...table, routes: routesAfter(table, input, world) };
      return { next: { ...world, routeTables: world.routeTables.map((one) => (one === table ? changed : one)) } };
    },
  };
}
