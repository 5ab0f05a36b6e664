import { AwsError } from '../aws-error.ts';
import { changeRoutes } from './change-routes.ts';
import { destinationIn } from './destination-in.ts';
import { routeIn } from './route-in.ts';
import { routeTargets } from './route-targets.ts';

/** `CreateRoute`, to a destination that the table does not have yet. */
export const createRoute = changeRoutes('CreateRoute', Object.keys(routeTargets), (table, input, world) => {
  const destination = destinationIn(input, world);
  if (table.routes.some((route) => route.destination === destination)) {
    throw new AwsError('RouteAlreadyExists', `The route identified by ${destination} already exists.`);
  }
  return [...table.routes, routeIn(input, table, world)];
});
