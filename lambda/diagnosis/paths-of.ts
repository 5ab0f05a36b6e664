import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { VantagePath } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import { flowTo } from '../reachability/flow-to.ts';
import { judgeEndpointPath } from './judge-endpoint-path.ts';

/** The endpoint's paths from these places, judged on configuration; unknown where none of them could be. */
export function pathsOf(
  inventory: Inventory,
  endpoint: Endpoint,
  places: readonly VantagePoint[],
): Fact<readonly VantagePath[]> {
  if (places.length === 0) return unknown('not-found', 'no zone of its load balancer reaches it');
  const paths = places.flatMap((vantagePoint): readonly VantagePath[] => {
    const flow = flowTo(inventory, vantagePoint, endpoint);
    return flow === null ? [] : [{ vantagePoint, path: judgeEndpointPath(inventory, flow) }];
  });
  return paths.length === 0 ? unknown('failed', whyNot(endpoint)) : known(paths);
}

function whyNot({ addressUnknown }: Endpoint): string {
  return addressUnknown ?? 'where it or its load balancer stands could not be read';
}
