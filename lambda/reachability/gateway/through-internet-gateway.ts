import type { Decision, Hop } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { InternetGateway } from '../../model/network.ts';
import { addressName } from '../address-name.ts';
import { isPrivate } from '../is-private.ts';
import type { Link } from '../link.ts';
import type { Located } from '../locate.ts';
import type { Step, Trip } from '../step.ts';
import { judgeBlockPublicAccess } from './block-public-access.ts';
import { find } from './find.ts';

/** What is sent to a public address does not carry the sender's group with it (AWS, *Security group rules*). */
const OVER_THE_INTERNET: Link = { honours: 'never', why: 'the way leads over a public address' };

type Ruling = { readonly decision: Decision; readonly why: string };

/**
 * What an internet gateway does with packets on their way out. It wants an IPv4 sender to have a public address, on the
 * very interface, and carries IPv6 as it is; an egress-only one carries IPv6 for connections from within (AWS, *Connect to
 * the internet using an internet gateway*, *… egress-only internet gateways*).
 */
export function throughInternetGateway(inventory: Inventory, id: string, place: Located, trip: Trip): Step {
  const gateway = find(inventory.internetGateways, 'internet gateways', id);
  const ruling = gateway.known
    ? (refusedBy(gateway.value, place, trip) ?? addressed(gateway.value, trip))
    : { decision: 'unknown' as const, why: gateway.reason };
  const hop: Hop = { kind: 'internet-gateway', resource: id, ...ruling };
  const outwards = trip.from.natGateway !== null || (gateway.known && gateway.value.egressOnly);
  const blocked = trip.answer
    ? { hops: [], assumptions: [] }
    : judgeBlockPublicAccess(inventory, trip.from, outwards ? 'out-only' : 'out');
  const hops = [...blocked.hops, hop];
  // A private address is meant for another way, so nothing follows from this one about whom the destination would see.
  if (isPrivate(trip.to.range)) return { hops, next: { kind: 'lost', seen: true } };
  return { hops, next: { kind: 'internet' }, link: OVER_THE_INTERNET, assumptions: blocked.assumptions };
}

function refusedBy(gateway: InternetGateway, place: Located, { from, to, answer }: Trip): Ruling | null {
  const { id, vpcIds, egressOnly } = gateway;
  if (place.vpc.known && !vpcIds.includes(place.vpc.value))
    return denied(`${id} is not attached to ${place.vpc.value}`);
  if (isPrivate(to.range)) return denied(`${id} carries nothing to a private address, as ${addressName(to.cidr)} is`);
  if (egressOnly && answer) return denied(`${id} carries out only what is opened from within, not this answer`);
  if (place.vpc.known && from.vpc.known && place.vpc.value !== from.vpc.value) {
    return denied(`${id} carries nothing for ${addressName(from.cidr)}, which is no address of ${place.vpc.value}`);
  }
  if (from.natGateway?.connectivity === 'private')
    return denied(`${id} drops what comes from ${from.natGateway.id}, a private NAT gateway`);
  return null;
}

function addressed({ id }: InternetGateway, { from }: Trip): Ruling {
  const name = addressName(from.cidr);
  const { publicAddress } = from;
  if (!publicAddress.known) {
    return {
      decision: 'unknown',
      why: `whether ${name} has a public address, which ${id} wants, is not known: ${publicAddress.reason}`,
    };
  }
  if (publicAddress.value === null) return denied(`${name} has no public address, which ${id} wants`);
  if (from.range.family === 6) {
    if (isPrivate(from.range)) return denied(`${id} carries nothing from a private address, as ${name} is`);
    return { decision: 'allow', why: `${id} carries ${name} out as it is` };
  }
  return { decision: 'allow', why: `${id} carries ${name} out as ${publicAddress.value}` };
}

function denied(why: string): Ruling {
  return { decision: 'deny', why };
}
