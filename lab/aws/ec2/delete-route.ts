import type { Route, RouteTable } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import { changeRoutes } from './change-routes.ts';
import { destinationIn } from './destination-in.ts';

/** `DeleteRoute`. The local route stays. */
export const deleteRoute = changeRoutes('DeleteRoute', [], (table, input, world) => {
  const route = routeTo(destinationIn(input, world), table);
  if (route.target === 'local') {
    const message = `cannot remove local route ${route.destination} in route table ${table.id}`;
    throw new AwsError('InvalidParameterValue', message);
  }
  return table.routes.filter((one) => one !== route);
});

function routeTo(destination: string, { id, routes }: RouteTable): Route {
  const route = routes.find((one) => one.destination === destination);
  if (route !== undefined) return route;
  const message = `no route with destination-cidr-block ${destination} in route table ${id}`;
  throw new AwsError('InvalidRoute.NotFound', message);
}
