import type { Station } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { type Located, locate } from './locate.ts';
import { singleCidr } from './single-cidr.ts';
import { stationAt } from './station-at.ts';
import { travel } from './travel.ts';

/**
 * The station at an address as a source would find it: in the VPC to which the routes from its subnet lead, since VPCs may
 * use the same ranges and only routes tell them apart. Where routes lead nowhere that is known, its own VPC is looked in, and
 * then all, for what is unique. Null where `address` is no literal address.
 */
export function destinationOf(inventory: Inventory, source: Station, address: string): Station | null {
  const from = locate(inventory, source);
  const to = locate(inventory, { cidr: singleCidr(address), subnetId: null, interfaceId: null, securityGroups: null });
  if (from === null || to === null || from.outside) return stationAt(inventory, address, null);
  const vpcId = vpcReached(inventory, from, to, []);
  const own = from.vpc.known ? from.vpc.value : null;
  const there = stationAt(inventory, address, vpcId ?? own);
  return vpcId === null && there?.subnetId === null ? stationAt(inventory, address, null) : there;
}

function vpcReached(inventory: Inventory, from: Located, to: Located, been: readonly string[]): string | null {
  const { end } = travel(inventory, { from, to, ports: { from: 1, to: 65535 }, answer: false });
  if (end.kind === 'vpc') return end.vpc.known ? end.vpc.value : null;
  if (end.kind !== 'nat' || been.includes(end.station.cidr)) return null;
  return vpcReached(inventory, end.station, to, [...been, end.station.cidr]);
}
