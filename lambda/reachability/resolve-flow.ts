import { parseCidr } from '../model/address.ts';
import type { Flow, Station } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { addressName } from './address-name.ts';
import { destinationOf } from './destination-of.ts';
import { interfaceById } from './interface-by-id.ts';
import { isSingle } from './is-single.ts';
import { oncePer } from './once-per.ts';
import { sameAddress } from './same-address.ts';
import { singleCidr } from './single-cidr.ts';

/**
 * A flow as the network has it: a source that is named by its public address sends from the private one behind it, and a
 * destination that is in no subnet is looked for where the routes lead.
 */
export function resolveFlow(inventory: Inventory, flow: Flow): Flow {
  const source = facesIn(inventory)(flow.source);
  const destination = found(inventory, source, flow.destination);
  return source === flow.source && destination === flow.destination ? flow : { ...flow, source, destination };
}

const facesIn = oncePer((inventory: Inventory) => oncePer((station: Station) => privateFace(inventory, station)));

function privateFace({ networkInterfaces }: Inventory, station: Station): Station {
  const range = parseCidr(station.cidr);
  if (!networkInterfaces.known || station.interfaceId === null || range === null) return station;
  const holder = interfaceById(networkInterfaces.value).get(station.interfaceId);
  const mapped = holder?.addresses.find(({ publicAddress }) => sameAddress(range, publicAddress));
  return mapped === undefined ? station : { ...station, cidr: singleCidr(mapped.address) };
}

function found(inventory: Inventory, source: Station, destination: Station): Station {
  const { cidr, subnetId, interfaceId } = destination;
  if (subnetId !== null || interfaceId !== null) return destination;
  const range = parseCidr(cidr);
  if (range === null || !isSingle(range)) return destination;
  const station = destinationOf(inventory, source, addressName(cidr));
  return station === null || station.subnetId === null ? destination : { ...station, cidr };
}
