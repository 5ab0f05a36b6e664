import type { Decision, Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { addressName } from '../address-name.ts';
import type { Located } from '../locate.ts';
import { judgeBlockPublicAccess } from './block-public-access.ts';

type Entry = { readonly hops: readonly Hop[]; readonly assumptions: readonly string[] };

/**
 * How a connection from the internet comes in to `to`: by an internet gateway that is attached to its VPC, which wants
 * an IPv4 address to have a public one on the very interface. Egress-only gateways let none in (AWS, *Connect to the
 * internet using an internet gateway*).
 */
export function enterFromInternet(inventory: Inventory, to: Located): Entry {
  const blocked = judgeBlockPublicAccess(inventory, to, 'in');
  return { hops: [gatewayHop(inventory, to), ...blocked.hops], assumptions: blocked.assumptions };
}

function gatewayHop({ internetGateways }: Inventory, to: Located): Hop {
  const { vpc } = to;
  const place = vpc.known ? vpc.value : addressName(to.cidr);
  if (!vpc.known) return hop(place, 'unknown', vpc.reason);
  if (!internetGateways.known) return hop(place, 'unknown', whyUnknown('internet gateways', internetGateways));
  const gateway = internetGateways.value.find(({ egressOnly, vpcIds }) => !egressOnly && vpcIds.includes(vpc.value));
  if (gateway === undefined) return hop(place, 'deny', `no internet gateway is attached to ${vpc.value}`);
  return { ...mapped(gateway.id, to), kind: 'internet-gateway', resource: gateway.id };
}

function mapped(id: string, { cidr, publicAddress, dialledInPublic, range }: Located): Pick<Hop, 'decision' | 'why'> {
  const name = addressName(cidr);
  if (!publicAddress.known) {
    const why = `whether ${name} has a public address, which ${id} wants, is not known: ${publicAddress.reason}`;
    return { decision: 'unknown', why };
  }
  if (publicAddress.value === null) {
    return { decision: 'deny', why: `${name} has no public address, by which ${id} would let the internet in` };
  }
  if (dialledInPublic || range.family === 6) return { decision: 'allow', why: `${id} lets the internet in to ${name}` };
  return { decision: 'allow', why: `${id} lets the internet in to ${name} as ${publicAddress.value}` };
}

function hop(resource: string, decision: Decision, why: string): Hop {
  return { kind: 'internet-gateway', resource, decision, why };
}
