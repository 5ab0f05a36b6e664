import type { Endpoint } from '../model/endpoint.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory, NetworkInterface, TargetGroup } from '../model/inventory.ts';
import { interfaceById } from '../reachability/interface-by-id.ts';
import { stationAt } from '../reachability/station-at.ts';

/**
 * The interface that holds an endpoint's address in the VPC of its target group; null where none does. Of an address
 * that lies in no subnet that was read (peered, on-premises) nobody can tell.
 */
export function addressHolder(
  inventory: Inventory,
  { address, addressUnknown }: Endpoint,
  { vpcId }: Pick<TargetGroup, 'vpcId'>,
): Fact<NetworkInterface | null> {
  const { networkInterfaces } = inventory;
  if (address === null) return unknown('failed', addressUnknown ?? 'its address is not known');
  if (!networkInterfaces.known) return networkInterfaces;
  const station = stationAt(inventory, address, vpcId);
  if (station === null || station.subnetId === null) {
    return unknown('not-found', `${address} lies in no subnet that was read`);
  }
  return known(interfaceById(networkInterfaces.value).get(station.interfaceId ?? '') ?? null);
}
