import type { Hop } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Located } from './locate.ts';
import { judgeNetworkAcl } from './network-acl.ts';
import { present } from './present.ts';
import type { Trip } from './step.ts';
import { type Travelled, travel } from './travel.ts';

/**
 * One leg of a way, from a sender to the next that translates addresses, or to the end: what packets meet on leaving the
 * sender's subnet, then routes and gateways. Within one subnet that is nothing: network ACLs stand at its border, and no
 * router is asked (AWS, *Network ACLs*); but a public address always leads out by the internet gateway.
 */
export function leg(inventory: Inventory, trip: Trip): Travelled {
  const { from, to, ports } = trip;
  if (withinSubnet(from, to) && !to.dialledInPublic) {
    const link = { honours: 'always', why: 'both stand in one subnet' } as const;
    return { hops: [], end: { kind: 'vpc', vpc: from.vpc, subnetId: from.subnetId }, link, assumptions: [] };
  }
  const travelled = travel(inventory, trip);
  if (staysInside(travelled, from)) return travelled;
  const out = judgeNetworkAcl(inventory, 'egress', from, to, ports);
  return { ...travelled, hops: present(out).concat(withEntry(inventory, travelled, trip)) };
}

function withinSubnet(a: Located, b: Located): boolean {
  return a.subnetId !== null && a.subnetId === b.subnetId;
}

function staysInside({ end }: Travelled, from: Located): boolean {
  return end.kind === 'nat' && withinSubnet(end.station, from);
}

/** The network ACL of a NAT gateway's subnet judges what comes in to it, just before the gateway itself. */
function withEntry(inventory: Inventory, { hops, end }: Travelled, { from, ports }: Trip): readonly Hop[] {
  if (end.kind !== 'nat') return hops;
  const inwards = judgeNetworkAcl(inventory, 'ingress', end.station, from, ports);
  return [...hops.slice(0, -1), ...present(inwards), ...hops.slice(-1)];
}
