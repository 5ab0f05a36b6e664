import { type Cidr, parseCidr } from '../model/address.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Station } from '../model/flow.ts';
import type { Inventory, Subnet } from '../model/inventory.ts';
import { whyUnknown } from '../model/why-unknown.ts';
import { addressName } from './address-name.ts';
import { oncePer } from './once-per.ts';

/** A station whose addresses are read and whose whereabouts are looked up. */
export type Located = Station & {
  readonly range: Cidr;
  /** Certainly in no subnet of the inventory. Where the subnets could not be read, nothing is certain. */
  readonly outside: boolean;
  readonly vpc: Fact<string>;
};

const byId = oncePer((subnets: readonly Subnet[]) => new Map(subnets.map((subnet) => [subnet.id, subnet])));

/** Finds where a station stands; null where its `cidr` is no address and no range. */
export function locate(inventory: Inventory, station: Station): Located | null {
  const range = parseCidr(station.cidr);
  if (range === null) return null;
  const outside = station.subnetId === null && inventory.subnets.known;
  return { ...station, range, outside, vpc: vpcOf(inventory.subnets, station) };
}

function vpcOf(subnets: Inventory['subnets'], { cidr, subnetId }: Station): Fact<string> {
  if (!subnets.known) return { ...subnets, reason: whyUnknown('subnets', subnets) };
  if (subnetId === null) return unknown('not-found', `${addressName(cidr)} lies in no subnet of the inventory`);
  const subnet = byId(subnets.value).get(subnetId);
  return subnet === undefined ? unknown('not-found', `${subnetId} is not in the inventory`) : known(subnet.vpcId);
}
