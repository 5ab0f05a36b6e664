import { parseCidr } from '../model/address.ts';
import type { Flow, Hop, PortRange } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { addressName } from './address-name.ts';
import { arrive } from './arrive.ts';
import { EPHEMERAL } from './ephemeral.ts';
import { enterFromInternet } from './gateway/enter-from-internet.ts';
import { isPrivate } from './is-private.ts';
import { leg } from './leg.ts';
import type { Link } from './link.ts';
import type { Located } from './locate.ts';
import { present } from './present.ts';
import { singleCidr } from './single-cidr.ts';
import type { End } from './step.ts';
import { type Travelled, travel } from './travel.ts';

/**
 * One that sends the connection on under an address of its own, from ports of its own: the source, then NAT gateways.
 * `behind` is whom it hands the answer to; null: it is the source.
 */
export type Sender = { readonly at: Located; readonly ports: PortRange; readonly behind: Sender | null };

/** The way there: its hops up to the destination's subnet, and what is then known of it. */
export type There = {
  readonly hops: readonly Hop[];
  readonly end: End;
  /** The last one. */
  readonly sender: Sender;
  /** The same as the destination sees it; null where that cannot be told. */
  readonly seen: Located | null;
  readonly link: Link | null;
  readonly assumptions: readonly string[];
};

type Asked = { readonly source: Located; readonly destination: Located; readonly flow: Flow };

/**
 * Follows a connection from its source to where its destination stands, by as many legs as there are NAT gateways on the
 * way, and into the destination's VPC where it comes over the internet.
 */
export function there(inventory: Inventory, asked: Asked): There {
  const { source, destination, flow } = asked;
  const first: Sender = { at: source, ports: flow.sourcePorts, behind: null };
  if (source.outside) return fromOutside(inventory, asked, first);
  const way = legs(inventory, asked, first);
  const { end, sender } = way;
  const arrival = arrive(inventory, end, destination);
  const inside = end.kind === 'internet' && !destination.outside;
  const entry = inside ? enterFromInternet(inventory, destination) : { hops: [], assumptions: [] };
  return {
    ...way,
    hops: [...way.hops, ...entry.hops, ...present(arrival)],
    seen: seenOf(end, sender),
    link: arrival === null ? way.link : null,
    assumptions: [...way.assumptions, ...entry.assumptions, ...farEnd(end, destination)],
  };
}

function legs(inventory: Inventory, asked: Asked, sender: Sender): Travelled & { readonly sender: Sender } {
  const { port } = asked.flow;
  const { at: from } = sender;
  const first = leg(inventory, { from, to: asked.destination, ports: { from: port, to: port }, answer: false });
  if (first.end.kind !== 'nat') return { ...first, sender };
  const { id, station } = first.end;
  if (hasPassed(sender, id)) {
    const why = `the route table of ${station.subnetId}, where ${id} stands, leads back to ${id}: a loop`;
    const loop: Hop = { kind: 'nat-gateway', resource: id, decision: 'deny', why };
    return { ...first, hops: [...first.hops.slice(0, -1), loop], end: { kind: 'lost', seen: false }, sender };
  }
  const rest = legs(inventory, asked, { at: station, ports: EPHEMERAL, behind: sender });
  return {
    ...rest,
    hops: [...first.hops, ...rest.hops],
    link: rest.link === null ? null : first.link,
    assumptions: [...first.assumptions, ...rest.assumptions],
  };
}

function hasPassed({ at, behind }: Sender, id: string): boolean {
  return at.natGateway?.id === id || (behind !== null && hasPassed(behind, id));
}

/** Lost behind a NAT gateway, it may have been meant for another way, on which nobody translates. */
function seenOf(end: End, { at, behind }: Sender): Located | null {
  if (end.kind === 'lost') return end.seen && behind === null ? at : null;
  return end.kind === 'internet' ? inPublic(at) : at;
}

function inPublic(at: Located): Located | null {
  const text = at.publicAddress.known ? at.publicAddress.value : null;
  const range = parseCidr(text ?? '');
  if (text === null || range === null) return null;
  return { ...at, cidr: singleCidr(text), range, dialledInPublic: range.family === 4 };
}

function farEnd(end: End, { outside, cidr }: Located): readonly string[] {
  if (end.kind !== 'internet' || !outside) return [];
  return [`Beyond the internet gateway nothing is judged: ${addressName(cidr)} is taken to be reached and to answer.`];
}

/**
 * From outside, the answer's route tells by which way a connection comes. Where that is neither a peering, a transit
 * gateway nor a private line, a public address comes over the internet; for others, the way back says what is not known.
 */
function fromOutside(inventory: Inventory, { source, destination, flow }: Asked, sender: Sender): There {
  const back = travel(inventory, { from: destination, to: source, ports: flow.sourcePorts, answer: true });
  if (isPrivate(source.range) || back.hops.some(isOtherWay)) {
    const end: End = { kind: 'vpc', vpc: destination.vpc, subnetId: null };
    return { hops: [], end, sender, seen: source, link: null, assumptions: [] };
  }
  const { hops, assumptions } = enterFromInternet(inventory, destination);
  const taken = `${addressName(source.cidr)} is taken to reach the internet gateway, and to be reached from it.`;
  const link: Link = { honours: 'never', why: 'the way leads over the internet' };
  return { hops, end: { kind: 'internet' }, sender, seen: source, link, assumptions: [...assumptions, taken] };
}

function isOtherWay({ kind, decision }: Hop): boolean {
  return kind === 'peering' || kind === 'transit-gateway' || (kind === 'route' && decision === 'unknown');
}
