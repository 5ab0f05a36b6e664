import { type Cidr, contains } from '../model/address.ts';
import type { Decision, Flow, Hop, PathJudgement } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { back } from './back.ts';
import { isSingle } from './is-single.ts';
import { judgeHost } from './judge-host.ts';
import type { Located } from './locate.ts';
import { judgeNetworkAcl } from './network-acl.ts';
import { present } from './present.ts';
import { judgeSecurityGroups } from './security-group.ts';
import { stationName } from './station-name.ts';
import { type There, there } from './there.ts';

type Ends = { readonly source: Located; readonly destination: Located };

/** Judges a flow that is as the network has it (`resolveFlow`), and whose ends are looked up; null: that one is no address. */
export function judgeLocated(
  inventory: Inventory,
  flow: Flow,
  source: Located | null,
  destination: Located | null,
): PathJudgement {
  if (source === null || destination === null) {
    const strange = source === null ? flow.source : flow.destination;
    return judgement(flow, [notJudged(flow, `${strange.cidr} is neither an address nor a range of addresses`)], []);
  }
  const reason = whyNotJudged(source, destination);
  if (reason !== null) return judgement(flow, [notJudged(flow, reason)], []);
  if (staysOnHost(source, destination)) return judgement(flow, [], []);
  return judgeWay(inventory, flow, { source, destination });
}

function notJudged({ source, destination }: Flow, reason: string): Hop {
  const why = `the way from ${stationName(source)} to ${stationName(destination)} is not judged: ${reason}`;
  return { kind: 'route', resource: source.subnetId ?? source.cidr, decision: 'unknown', why };
}

function whyNotJudged(source: Located, destination: Located): string | null {
  if (source.outside && destination.outside) return 'neither lies in a subnet of the inventory';
  return source.range.family === destination.range.family ? null : 'one speaks IPv4 and the other IPv6';
}

/** What a host sends to itself never reaches a group, an ACL or a router, unless by its public address. */
function staysOnHost(source: Located, destination: Located): boolean {
  if (destination.dialledInPublic) return false;
  if (source.interfaceId !== null && source.interfaceId === destination.interfaceId) return true;
  const { range, subnetId } = source;
  return isSingle(range) && isSame(range, destination.range) && subnetId !== null && subnetId === destination.subnetId;
}

function isSame(a: Cidr, b: Cidr): boolean {
  return contains(a, b) && contains(b, a);
}

/** References to groups count by the way there; where that cannot be told, by the way back. */
function judgeWay(inventory: Inventory, flow: Flow, { source, destination }: Ends): PathJudgement {
  const way = there(inventory, { source, destination, flow });
  const answer = back(inventory, destination, way);
  const link = way.link ?? answer.link;
  const forward = [
    ...present(judgeSecurityGroups(inventory, 'egress', source, destination, flow.port, link)),
    ...way.hops,
    ...farSide(inventory, flow, destination, { ...way, link }),
  ];
  return judgement(flow, forward, answer.hops, way.assumptions);
}

/** What stands before the destination itself; nothing of it can be told where nobody knows whom it would see. */
function farSide(inventory: Inventory, { port }: Flow, to: Located, { end, seen, link }: There): readonly Hop[] {
  const host = judgeHost(inventory, to);
  if (seen === null) return present(host);
  const delivered = end.kind === 'vpc' && end.subnetId !== null && end.subnetId === to.subnetId;
  return present(
    delivered ? null : judgeNetworkAcl(inventory, 'ingress', to, seen, { from: port, to: port }),
    host ?? judgeSecurityGroups(inventory, 'ingress', to, seen, port, link),
  );
}

function judgement(
  flow: Flow,
  forward: readonly Hop[],
  answer: readonly Hop[],
  assumptions: readonly string[] = [],
): PathJudgement {
  const hops = [...forward, ...answer];
  const blockers = hops.filter((hop) => hop.decision === 'deny');
  const taken = assumptions.length === 0 ? {} : { assumptions: [...new Set(assumptions)] };
  return { flow, verdict: verdictOf(hops), forward, return: answer, blockers, ...taken };
}

function verdictOf(hops: readonly Hop[]): Decision {
  const decisions = new Set(hops.map((hop) => hop.decision));
  if (decisions.has('deny')) return 'deny';
  return decisions.has('unknown') ? 'unknown' : 'allow';
}
