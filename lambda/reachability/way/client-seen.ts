import type { PathJudgement, Station } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import { interfaceById } from '../interface-by-id.ts';
import { singleCidr } from '../single-cidr.ts';

/**
 * Whom a load balancer's node sees as its client at the end of a path: a NAT gateway on the way, or what the internet knows
 * the source by, else the source itself.
 */
export function clientSeen(inventory: Inventory, { flow, forward }: PathJudgement): Station {
  const isPublic = forward.some(({ kind }) => kind === 'internet-gateway');
  const nat = forward.findLast(({ kind }) => kind === 'nat-gateway');
  const address = nat === undefined ? publicly(inventory, flow.source) : ofNat(inventory, nat.resource, isPublic);
  if (address === null || (nat === undefined && !isPublic)) return flow.source;
  return { cidr: singleCidr(address), subnetId: null, interfaceId: null, securityGroups: null };
}

function publicly({ networkInterfaces }: Inventory, { interfaceId, cidr }: Station): string | null {
  if (!networkInterfaces.known || interfaceId === null) return null;
  const held = interfaceById(networkInterfaces.value).get(interfaceId);
  return held?.addresses.find(({ address }) => singleCidr(address) === cidr)?.publicAddress ?? null;
}

function ofNat({ natGateways }: Inventory, id: string, isPublic: boolean): string | null {
  const [first] = natGateways.known ? (natGateways.value.find((one) => one.id === id)?.addresses ?? []) : [];
  return (isPublic ? first?.publicAddress : first?.privateAddress) ?? null;
}
