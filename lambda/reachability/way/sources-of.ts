import type { VantagePoint } from '../../model/endpoint.ts';
import type { Inventory } from '../../model/inventory.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { addressSource, looksLikeAddress } from './address-source.ts';
import { instanceSource } from './instance-source.ts';
import { interfaceSource } from './interface-source.ts';
import { loadBalancerSources } from './load-balancer-sources.ts';
import type { WaySource } from './way-source.ts';

/** Where a way starts; or why that cannot be said, and the names that are known, of which the nearest may be meant. */
export type Sources =
  | { readonly sources: readonly WaySource[] }
  | { readonly problem: string; readonly known: readonly string[] };

/**
 * The places that a text means: an instance's (its primary interface), an interface's, a load balancer's (one in each
 * zone), or an address's. `places` are the load balancers' own places.
 */
export function sourcesOf(inventory: Inventory, text: string, places: readonly VantagePoint[]): Sources {
  if (/^i-[0-9a-z]+$/.test(text)) return instanceSource(inventory, text);
  if (/^eni-[0-9a-z]+$/.test(text)) return named(inventory, text);
  if (looksLikeAddress(text)) return addressSource(inventory, text);
  return loadBalancerSources(inventory, text, places);
}

function named({ networkInterfaces, instances }: Inventory, id: string): Sources {
  if (!networkInterfaces.known) return { problem: `${sentence(whyUnknown('Network interfaces', networkInterfaces))}`, known: [] };
  const one = networkInterfaces.value.find((each) => each.id === id);
  if (one !== undefined) return { sources: [interfaceSource(one, instances)] };
  return { problem: `There is no network interface "${id}".`, known: networkInterfaces.value.map((each) => each.id) };
}

function sentence(text: string): string {
  return `${text}.`;
}
