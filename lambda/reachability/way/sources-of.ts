import type { VantagePoint } from '../../model/endpoint.ts';
import type { Inventory } from '../../model/inventory.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { addressSource } from './address-source.ts';
import { instanceSource } from './instance-source.ts';
import { interfaceSource } from './interface-source.ts';
import { loadBalancerSources } from './load-balancer-sources.ts';
import type { Sources } from './way-source.ts';

/**
 * The places that a text means: an instance's (its primary interface), a network interface's, a load balancer's (one in
 * each zone), or an address's, which may be that of a client elsewhere. `places` are the load balancers' own places.
 */
export function sourcesOf(inventory: Inventory, text: string, places: readonly VantagePoint[]): Sources {
  if (/^i-[0-9a-z]+$/i.test(text)) return instanceSource(inventory, text);
  if (/^eni-[0-9a-z]+$/i.test(text)) return ofInterface(inventory, text);
  if (/^[0-9a-f:[]*[.:]/i.test(text) && !text.startsWith('arn:')) return addressSource(inventory, text);
  return loadBalancerSources(inventory, text, places);
}

function ofInterface({ networkInterfaces, instances }: Inventory, id: string): Sources {
  if (!networkInterfaces.known) {
    return { problem: `${id} cannot be looked up: ${whyUnknown('network interfaces', networkInterfaces)}.`, known: [] };
  }
  const one = networkInterfaces.value.find((each) => each.id === id);
  if (one !== undefined) return { sources: [interfaceSource(one, instances)] };
  return { problem: `There is no network interface "${id}".`, known: networkInterfaces.value.map((each) => each.id) };
}
