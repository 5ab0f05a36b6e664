import type { Inventory, NetworkInterface } from '../../model/inventory.ts';
import { EPHEMERAL } from '../ephemeral.ts';
import { LINUX_EPHEMERAL } from '../linux-ephemeral.ts';
import type { WaySource } from './way-source.ts';

/**
 * A way that starts at an interface: at its primary address (its first IPv6 one where the destination is of that
 * family), or at `address` where one of several was meant. It wears the interface's own groups.
 */
export function interfaceSource(
  one: NetworkInterface,
  instances: Inventory['instances'],
  address: string | null = null,
): WaySource {
  const { id, subnetId, zone, groups, attachment, ipv6Addresses } = one;
  const primaryFirst = one.addresses.toSorted((a, b) => Number(b.primary) - Number(a.primary));
  const addresses = address === null ? [...primaryFirst.map((each) => each.address), ...ipv6Addresses] : [address];
  const instanceId = attachment?.instanceId ?? null;
  const name = instanceId === null ? id : ofInstance(instanceId, instances);
  return {
    name: addresses[0] === undefined ? name : `${name} at ${addresses[0]}`,
    place: {
      id,
      identity: 'client',
      loadBalancer: null,
      subnetId,
      zone,
      securityGroups: groups,
      addresses,
    },
    sourcePorts: instanceId === null ? EPHEMERAL : LINUX_EPHEMERAL,
    assumptions: [],
  };
}

function ofInstance(id: string, instances: Inventory['instances']): string {
  const name = instances.known ? instances.value.find((one) => one.id === id)?.name : null;
  return name ? `${id} (${name})` : id;
}
