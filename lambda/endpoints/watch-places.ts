import type { VantagePoint } from '../model/endpoint.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Watch } from '../model/watch.ts';

/** The places of those who call a watched host: one for each of their subnets, named by its zone where that is its own. */
export function watchPlaces({ subnets }: Inventory, { name, from }: Watch): VantagePoint[] {
  const known = subnets.known ? subnets.value : [];
  const zones = from.subnets.map((subnetId) => known.find(({ id }) => id === subnetId)?.zone ?? null);
  return from.subnets.map((subnetId, index) => {
    const zone = zones[index] ?? null;
    const isOnly = zone !== null && zones.filter((one) => one === zone).length === 1;
    return {
      id: `${name}@${isOnly ? zone : subnetId}`,
      identity: 'client',
      loadBalancer: null,
      subnetId,
      zone,
      securityGroups: from.securityGroups,
      addresses: [],
    };
  });
}
