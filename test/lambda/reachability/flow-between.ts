import type { Flow, PortRange, Station } from '../../../lambda/model/flow.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { stationAt } from '../../../lambda/reachability/station-at.ts';

/** The flow from one address of vpc-1 to another, by default to port 8080 from any ephemeral port. */
export function flowBetween(
  inventory: Inventory,
  from: string | Station,
  to: string | Station,
  port = 8080,
  sourcePorts: PortRange = { from: 1024, to: 65535 },
): Flow {
  const station = (one: string | Station) => (typeof one === 'string' ? at(inventory, one) : one);
  return { source: station(from), destination: station(to), protocol: 'tcp', port, sourcePorts };
}

function at(inventory: Inventory, address: string): Station {
  const station = stationAt(inventory, address, 'vpc-1');
  if (station === null) throw new Error(`${address} is no address`);
  return station;
}
