import type { Endpoint } from '../../model/endpoint.ts';
import type { Flow } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import { flowTo } from '../flow-to.ts';
import type { Destination } from './parse-destination.ts';
import type { WaySource } from './way-source.ts';

/** The flow from a place to an address; null where the place has no address of that family. */
export function flowFrom(inventory: Inventory, source: WaySource, { host, port }: Destination): Flow | null {
  const endpoint: Endpoint = {
    id: `${host}:${port}`,
    loadBalancer: null,
    targetGroup: null,
    watch: null,
    target: { id: host, port, zone: null },
    address: host,
    addressUnknown: null,
    port,
    protocol: 'tcp',
    purpose: 'listener',
    vantagePoints: [],
  };
  const flow = flowTo(inventory, source.place, endpoint);
  return flow === null ? null : { ...flow, sourcePorts: source.sourcePorts };
}
