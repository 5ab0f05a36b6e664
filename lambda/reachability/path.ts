import { type Cidr, contains } from '../model/address.ts';
import type { Decision, Flow, Hop, PathJudgement, PortRange } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { isSingle } from './is-single.ts';
import { type Located, locate } from './locate.ts';
import { judgeNetworkAcl } from './network-acl.ts';
import { judgeRoute } from './route-table.ts';
import { judgeSecurityGroups } from './security-group.ts';
import { stationName } from './station-name.ts';

/**
 * Judges a flow on configuration alone, there and back. Every hop is judged, also those behind a denial, so that all
 * lines to be mended are named at once. Security groups remember the request, so the answer meets none of them; network
 * ACLs and routes do not (AWS, *Connection tracking*). What cannot be known makes a hop `unknown`, never `allow`.
 */
export function judgePath(inventory: Inventory, flow: Flow): PathJudgement {
  const { port } = flow;
  const source = locate(inventory, flow.source);
  const destination = locate(inventory, flow.destination);
  if (source === null || destination === null) {
    const strange = source === null ? flow.source : flow.destination;
    return judgement(flow, [notJudged(flow, `${strange.cidr} is neither an address nor a range of addresses`)], []);
  }
  const reason = whyNotJudged(source, destination);
  if (reason !== null) return judgement(flow, [notJudged(flow, reason)], []);
  if (staysOnHost(source, destination)) return judgement(flow, [], []);
  const forward = [
    judgeSecurityGroups(inventory, 'egress', source, destination, port),
    ...crossing(inventory, source, destination, { from: port, to: port }),
    judgeSecurityGroups(inventory, 'ingress', destination, source, port),
  ];
  return judgement(flow, forward, crossing(inventory, destination, source, flow.sourcePorts));
}

function notJudged({ source, destination }: Flow, reason: string): Hop {
  const why = `the way from ${stationName(source)} to ${stationName(destination)} is not judged: ${reason}`;
  return { kind: 'route', resource: source.subnetId ?? source.cidr, decision: 'unknown', why };
}

function whyNotJudged(source: Located, destination: Located): string | null {
  if (source.outside && destination.outside) return 'neither lies in a subnet of the inventory';
  return source.range.family === destination.range.family ? null : 'one speaks IPv4 and the other IPv6';
}

/** What a host sends to itself never reaches a group, an ACL or a router. */
function staysOnHost(source: Located, destination: Located): boolean {
  if (source.interfaceId !== null && source.interfaceId === destination.interfaceId) return true;
  const { range } = source;
  return isSingle(range) && isSame(range, destination.range) && withinSubnet(source, destination);
}

function isSame(a: Cidr, b: Cidr): boolean {
  return contains(a, b) && contains(b, a);
}

/**
 * What packets meet between two interfaces. Within one subnet that is nothing: network ACLs stand at its border, and no
 * router is asked (AWS, *Network ACLs*).
 */
function crossing(inventory: Inventory, from: Located, to: Located, ports: PortRange): readonly (Hop | null)[] {
  if (withinSubnet(from, to)) return [];
  return [
    judgeNetworkAcl(inventory, 'egress', from, to, ports),
    judgeRoute(inventory, from, to),
    judgeNetworkAcl(inventory, 'ingress', to, from, ports),
  ];
}

function withinSubnet(a: Located, b: Located): boolean {
  return a.subnetId !== null && a.subnetId === b.subnetId;
}

function judgement(flow: Flow, there: readonly (Hop | null)[], back: readonly (Hop | null)[]): PathJudgement {
  const forward = there.filter((hop) => hop !== null);
  const answer = back.filter((hop) => hop !== null);
  const hops = [...forward, ...answer];
  const blockers = hops.filter((hop) => hop.decision === 'deny');
  return { flow, verdict: verdictOf(hops), forward, return: answer, blockers };
}

function verdictOf(hops: readonly Hop[]): Decision {
  const decisions = new Set(hops.map((hop) => hop.decision));
  if (decisions.has('deny')) return 'deny';
  return decisions.has('unknown') ? 'unknown' : 'allow';
}
