import type { Hop } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { addressName } from './address-name.ts';
import { isSingle } from './is-single.ts';
import type { Located } from './locate.ts';
import { readSpan } from './read-span.ts';
import { subnetById } from './subnet-by-id.ts';

/** How many addresses at the start of a subnet AWS keeps for its router, resolver and itself (AWS, *Subnet CIDR blocks*). */
const KEPT = 4n;

/** Whether there is a host at an address that lies in a subnet: null where an interface holds it, or nobody can tell. */
export function judgeHost({ networkInterfaces, subnets }: Inventory, at: Located): Hop | null {
  const { subnetId, interfaceId, securityGroups, range, cidr } = at;
  if (subnetId === null || interfaceId !== null || securityGroups !== null) return null;
  if (!networkInterfaces.known || !isSingle(range)) return null;
  const subnet = subnets.known ? subnetById(subnets.value).get(subnetId) : undefined;
  if (subnet === undefined) return null;
  const ranges = [subnet.cidr, ...subnet.ipv6Cidrs].map(readSpan).filter((span) => span !== null);
  const own = ranges.find((span) => span.family === range.family);
  const name = addressName(cidr);
  if (own !== undefined && range.value - own.value < KEPT) {
    const why = `${name} of ${subnetId} is one that AWS keeps for itself: whether it answers is not known`;
    return { kind: 'destination', resource: subnetId, decision: 'unknown', why };
  }
  const why = `no network interface in ${subnetId} holds ${name}`;
  return { kind: 'destination', resource: subnetId, decision: 'deny', why };
}
