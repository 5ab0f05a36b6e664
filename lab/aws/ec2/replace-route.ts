import { AwsError } from '../aws-error.ts';
import { changeRoutes } from './change-routes.ts';
import { routeIn } from './route-in.ts';
import { routeTargets } from './route-targets.ts';

/** `ReplaceRoute`: another target for a destination that the table has. `LocalTarget` is not served. */
export const replaceRoute = changeRoutes('ReplaceRoute', Object.keys(routeTargets), (table, input, world) => {
  const route = routeIn(input, table, world);
  const { destination } = route;
  if (table.routes.some((one) => one.destination === destination)) {
    return table.routes.map((one) => (one.destination === destination ? route : one));
  }
  const message = `There is no route defined for '${destination}' in the route table. Use CreateRoute instead.`;
  throw new AwsError('InvalidParameterValue', message);
});
