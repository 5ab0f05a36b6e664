import type { Hop } from '../model/flow.ts';
import type { Inventory, Route } from '../model/inventory.ts';
import { throughInternetGateway } from './gateway/through-internet-gateway.ts';
import { throughNatGateway } from './gateway/through-nat-gateway.ts';
import { throughPeering } from './gateway/through-peering.ts';
import { throughTransitGateway } from './gateway/through-transit-gateway.ts';
import { throughVpcEndpoint } from './gateway/through-vpc-endpoint.ts';
import type { Link } from './link.ts';
import type { Located } from './locate.ts';
import { judgeRoute } from './route-table.ts';
import type { End, Step, Trip } from './step.ts';

/** What packets meet from their sender's subnet on, and where they come to by that. `link` is null where nothing tells. */
export type Travelled = {
  readonly hops: readonly Hop[];
  readonly end: End;
  readonly link: Link | null;
  readonly assumptions: readonly string[];
};

const WITHIN: Link = { honours: 'always', why: 'both stand in one VPC' };
const MIDDLEBOX: Link = { honours: 'never', why: 'the way leads through a middlebox' };

/**
 * Follows packets by route tables and gateways from the subnet of their sender to the address that they are for. Only
 * addresses lead: whether the station that is meant stands where they come to is for the caller to see.
 */
export function travel(inventory: Inventory, trip: Trip): Travelled {
  return onwards(inventory, trip, trip.from, []);
}

function onwards(inventory: Inventory, trip: Trip, place: Located, been: readonly string[]): Travelled {
  const { hop, route } = judgeRoute(inventory, place, trip.to);
  const subnet = place.subnetId ?? '';
  if (been.includes(subnet)) return { ...LOST, hops: [{ ...hop, decision: 'deny', why: `${hop.why}: a loop` }] };
  const step = route === null ? NOWHERE : take(inventory, route, place, trip);
  const { hops, next, link = null, assumptions = [] } = step;
  if (next.kind !== 'on') return { hops: [hop, ...hops], end: next, link, assumptions };
  const rest = onwards(inventory, trip, next.place, [...been, subnet]);
  return {
    hops: [hop, ...hops, ...rest.hops],
    end: rest.end,
    link: weakest(link, rest.link),
    assumptions: [...assumptions, ...rest.assumptions],
  };
}

const NOWHERE: Step = { hops: [], next: { kind: 'lost', seen: true } };
const LOST: Omit<Travelled, 'hops'> = { end: { kind: 'lost', seen: true }, link: null, assumptions: [] };

function take(inventory: Inventory, { target, state }: Route, place: Located, trip: Trip): Step {
  if (target === 'local') {
    return { hops: [], next: { kind: 'vpc', vpc: place.vpc, subnetId: place.subnetId }, link: WITHIN };
  }
  if (state !== 'active') return NOWHERE;
  switch (target.split('-')[0]) {
    case 'pcx':
      return throughPeering(inventory, target, place, trip);
    case 'tgw':
      return throughTransitGateway(inventory, target, place, trip);
    case 'nat':
      return throughNatGateway(inventory, target, trip);
    case 'igw':
    case 'eigw':
      return throughInternetGateway(inventory, target, place, trip);
    case 'vpce':
      return throughVpcEndpoint(inventory, target);
    case 'eni':
    case 'i':
      return { hops: [], next: { kind: 'lost', seen: false }, link: MIDDLEBOX };
    default:
      return NOWHERE;
  }
}

/** Of two parts of a way, the one that lets fewer references count decides. */
function weakest(first: Link | null, then: Link | null): Link | null {
  if (first === null || then === null) return null;
  return ORDER.indexOf(first.honours) <= ORDER.indexOf(then.honours) ? first : then;
}

const ORDER: readonly Link['honours'][] = ['never', 'not-known', 'ingress', 'always'];
