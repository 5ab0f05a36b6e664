import type { EndpointContext, VantagePath } from '../model/evidence.ts';
import type { Subnet } from '../model/inventory.ts';
import { type Beside, type Blockage, pathFault } from './path-fault.ts';
import type { LostRoute } from './route-fix.ts';
import type { StationHop } from './station-facts.ts';

/** A route that leads nowhere, or the lack of one, that swallows connections, with what its fix is made of. */
export type RouteBlockage = Blockage & { readonly lost: LostRoute };

/** What the faults of routes rest on. */
export type RouteFacts = Beside & { readonly paths: readonly VantagePath[]; readonly subnets: readonly Subnet[] };

/** The routes that swallow connections at one station, the same for requests and answers. */
export function routeBlockages(
  packets: LostRoute['packets'],
  hops: readonly StationHop[],
  { paths, subnets, ...beside }: RouteFacts,
  context: EndpointContext,
): readonly RouteBlockage[] {
  return pathFault(hops, beside, context).map((blockage) => ({
    ...blockage,
    culprit: blockage.hop.line === undefined ? { ...blockage.culprit, value: 'no route' } : blockage.culprit,
    lost: { blockage, packets, paths, subnets, arn: context.caller.arn },
  }));
}
