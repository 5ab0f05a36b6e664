import type { EndpointContext, VantagePath } from '../model/evidence.ts';
import type { RouteTable, Subnet } from '../model/inventory.ts';
import { type Beside, type Blockage, pathFault } from './path-fault.ts';
import type { LostRoute } from './route-fix.ts';
import type { StationHop } from './station-facts.ts';

/** A route that leads nowhere, or the lack of one, that swallows connections, with what its fix is made of. */
export type RouteBlockage = Blockage & { readonly lost: LostRoute };

/** What the faults of routes rest on. */
export type RouteFacts = Beside & {
  readonly paths: readonly VantagePath[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
};

/** The routes that swallow connections at one station, the same for requests and answers. */
export function routeBlockages(
  packets: LostRoute['packets'],
  hops: readonly StationHop[],
  { paths, subnets, routeTables, ...beside }: RouteFacts,
  context: EndpointContext,
): readonly RouteBlockage[] {
  return pathFault(hops, beside, context).map((blockage) => ({
    ...blockage,
    culprit: lacksRoute(blockage) ? { ...blockage.culprit, value: 'no route' } : blockage.culprit,
    lost: { blockage, packets, paths, subnets, routeTables, arn: context.caller.arn },
  }));
}

function lacksRoute({ hop: { kind, line } }: Blockage): boolean {
  return kind === 'route' && line === undefined;
}
