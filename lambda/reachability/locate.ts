import { type Cidr, parseCidr } from '../model/address.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Station } from '../model/flow.ts';
import type { Inventory, Subnet } from '../model/inventory.ts';
import type { NatGateway } from '../model/network.ts';
import { whyUnknown } from '../model/why-unknown.ts';
import { addressName } from './address-name.ts';
import { oncePer } from './once-per.ts';
import { publicAddress } from './public-address.ts';
import { sameAddress } from './same-address.ts';
import { subnetById } from './subnet-by-id.ts';

/** A station whose addresses are read and whose whereabouts are looked up. */
export type Located = Station & {
  readonly range: Cidr;
  /** Certainly in no subnet of the inventory. Where the subnets could not be read, nothing is certain. */
  readonly outside: boolean;
  readonly vpc: Fact<string>;
  /** Null where it is in no subnet, or that could not be read. */
  readonly zone: string | null;
  /** By which address the internet knows it; null: by none. */
  readonly publicAddress: Fact<string | null>;
  /** It is dialled by its public IPv4 address, so that what is sent to it goes by way of the internet gateway. */
  readonly dialledInPublic: boolean;
  /** The NAT gateway that it is, if it is one. */
  readonly natGateway: NatGateway | null;
};

const foundIn = oncePer((inventory: Inventory) =>
  oncePer((station: Station) => ({ located: find(inventory, station) })),
);

/** Finds where a station stands, once for each; null where its `cidr` is no address and no range. */
export function locate(inventory: Inventory, station: Station): Located | null {
  return foundIn(inventory)(station).located;
}

function find(inventory: Inventory, station: Station): Located | null {
  const range = parseCidr(station.cidr);
  if (range === null) return null;
  const { subnets } = inventory;
  const subnet = subnets.known ? subnetById(subnets.value).get(station.subnetId ?? '') : undefined;
  const seenAs = publicAddress(inventory, station, range);
  return {
    ...station,
    range,
    outside: station.subnetId === null && subnets.known,
    vpc: vpcOf(subnets, station, subnet),
    zone: subnet?.zone ?? null,
    publicAddress: seenAs,
    dialledInPublic: range.family === 4 && seenAs.known && sameAddress(range, seenAs.value),
    natGateway: null,
  };
}

function vpcOf(subnets: Inventory['subnets'], { cidr, subnetId }: Station, subnet: Subnet | undefined): Fact<string> {
  if (!subnets.known) return { ...subnets, reason: whyUnknown('subnets', subnets) };
  if (subnetId === null) return unknown('not-found', `${addressName(cidr)} lies in no subnet of the inventory`);
  return subnet === undefined ? unknown('not-found', `${subnetId} is not in the inventory`) : known(subnet.vpcId);
}
