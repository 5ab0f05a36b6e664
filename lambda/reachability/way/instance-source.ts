import type { Inventory } from '../../model/inventory.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { interfaceSource } from './interface-source.ts';
import type { Sources } from './way-source.ts';

/**
 * A way that starts at an instance: at its only interface, or at its primary one (device index 0), which its default
 * route leads through unless the host was told otherwise.
 */
export function instanceSource({ networkInterfaces, instances }: Inventory, id: string): Sources {
  if (!networkInterfaces.known) {
    return { problem: `${id} cannot be looked up: ${whyUnknown('network interfaces', networkInterfaces)}.`, known: [] };
  }
  const held = networkInterfaces.value.filter(({ attachment }) => attachment?.instanceId === id);
  const primary = held.length === 1 ? held[0] : held.find(({ attachment }) => attachment?.deviceIndex === 0);
  if (primary !== undefined) {
    const source = interfaceSource(primary, instances);
    if (held.length === 1) return { sources: [source] };
    const others = held.filter((one) => one !== primary).map((one) => one.id);
    const assumption = `${id} dials from its primary interface ${primary.id}, not from ${others.join(' or ')}.`;
    return { sources: [{ ...source, assumptions: [assumption] }] };
  }
  if (held.length > 0) {
    const ids = held.map((one) => `${one.id} (${one.addresses[0]?.address ?? one.ipv6Addresses[0]})`);
    return {
      problem: `${id} has several network interfaces; name the one that is meant: ${ids.join(', ')}.`,
      known: [],
    };
  }
  const instance = instances.known ? instances.value.find((one) => one.id === id) : undefined;
  if (instance !== undefined) {
    return { problem: `${id} (${instance.state}) has no network interface in the inventory.`, known: [] };
  }
  const known = networkInterfaces.value.flatMap(({ attachment }) => attachment?.instanceId ?? []);
  return { problem: `There is no instance "${id}".`, known: [...new Set(known)] };
}
