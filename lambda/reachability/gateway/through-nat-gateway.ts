import { known, unknown } from '../../model/fact.ts';
import type { Decision } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { NatGateway } from '../../model/network.ts';
import { type Located, locate } from '../locate.ts';
import { singleCidr } from '../single-cidr.ts';
import type { Step, Trip } from '../step.ts';
import { subnetById } from '../subnet-by-id.ts';
import { find } from './find.ts';

/** A NAT gateway hands the connection on under its own address, and a security group reference is lost on the way. */
const TRANSLATED = { honours: 'never', why: 'a NAT gateway puts its own address in the place of the sender' } as const;

/**
 * What a NAT gateway does with packets that are handed to it: it sends them on from its own subnet, under its own
 * address, from ports 1024–65535. It lets in no connection that it did not send out (AWS, *NAT gateway basics*).
 */
export function throughNatGateway(inventory: Inventory, id: string, trip: Trip): Step {
  const gateway = find(inventory.natGateways, 'NAT gateways', id);
  if (!gateway.known) return lost(id, 'unknown', gateway.reason);
  const { state } = gateway.value;
  if (state !== 'available') return lost(id, 'deny', `${id} is ${state}, not available`);
  if (trip.answer) return lost(id, 'deny', `${id} carries only connections opened through it, not this answer`);
  if (trip.from.range.family === 6)
    return lost(id, 'unknown', `${id} translates IPv6 to IPv4 (NAT64), which is not judged`);
  const station = stationOf(inventory, gateway.value);
  if (typeof station === 'string') return lost(id, 'unknown', station);
  const why = `${id} sends the connection on from ${station.subnetId} as ${station.cidr.replace(/\/32$/, '')}`;
  const count = gateway.value.addresses.length;
  return {
    hops: [{ kind: 'nat-gateway', resource: id, decision: 'allow', why }],
    next: { kind: 'nat', id, station },
    link: TRANSLATED,
    assumptions: count > 1 ? [`${id} has ${count} addresses; the way on is judged by the first.`] : [],
  };
}

function lost(resource: string, decision: Decision, why: string): Step {
  return { hops: [{ kind: 'nat-gateway', resource, decision, why }], next: { kind: 'lost', seen: false } };
}

/** Where it stands, or why that cannot be told. */
function stationOf(inventory: Inventory, gateway: NatGateway): Located | string {
  const { id, subnetId, addresses } = gateway;
  if (subnetId === null) return `${id} is a regional NAT gateway, whose subnet and table are not in the inventory`;
  const { subnets } = inventory;
  const own = addresses[0]?.privateAddress ?? null;
  const range = subnets.known ? subnetById(subnets.value).get(subnetId)?.cidr : undefined;
  const cidr = own === null ? range : singleCidr(own);
  const located =
    cidr === undefined ? null : locate(inventory, { cidr, subnetId, interfaceId: null, securityGroups: [] });
  if (located === null) return `the address of ${id} is not known`;
  const seen = addresses[0]?.publicAddress ?? null;
  const hidden = gateway.connectivity === 'public' && seen === null;
  const publicAddress = hidden ? unknown('failed', `the public address of ${id} was not told`) : known(seen);
  return { ...located, publicAddress, natGateway: gateway };
}
