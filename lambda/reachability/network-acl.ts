import type { Hop, PortRange } from '../model/flow.ts';
import type { Inventory, NetworkAcl, NetworkAclEntry } from '../model/inventory.ts';
import { acrossRange } from './across-range.ts';
import { addressName } from './address-name.ts';
import { inSpan } from './in-span.ts';
import type { Located } from './locate.ts';
import { oncePer } from './once-per.ts';
import { readSpan, type Span } from './read-span.ts';
import { type PortShare, sharePorts } from './share-ports.ts';
import { subnetAssociation } from './subnet-association.ts';
import { tcpPorts } from './tcp-ports.ts';

/** An entry that speaks of TCP, read. */
type AclLine = {
  readonly line: string;
  readonly allows: boolean;
  readonly range: Span;
  readonly ports: PortRange;
};

type Ruling = Pick<Hop, 'decision' | 'line' | 'why' | 'deniedShare'>;

type Verb = { readonly one: string; readonly many: string };
const ADMIT: Verb = { one: 'admits', many: 'admit' };
const DENY: Verb = { one: 'denies', many: 'deny' };

const aclOf = subnetAssociation<NetworkAcl>('network ACLs', (acl) => acl.isDefault);
const linesOf = oncePer((acl: NetworkAcl) => ({ ingress: readLines(acl, false), egress: readLines(acl, true) }));

/**
 * Judges the network ACL of the subnet that `at` stands in, for packets to (`egress`) or from (`ingress`) `peer` that
 * are addressed to `ports`. The entry with the lowest number that matches decides, whatever the order in the answer,
 * and without memory of the request (AWS, *Network ACLs*). Null where `at` stands outside every subnet.
 */
export function judgeNetworkAcl(
  inventory: Inventory,
  direction: 'ingress' | 'egress',
  at: Located,
  peer: Located,
  ports: PortRange,
): Hop | null {
  if (at.outside) return null;
  const kind = `network-acl-${direction}` as const;
  const acl = aclOf(inventory.networkAcls, at);
  if (!acl.known) return { kind, resource: at.subnetId ?? addressName(at.cidr), decision: 'unknown', why: acl.reason };
  const { id } = acl.value;
  const { lines, unreadable } = linesOf(acl.value)[direction];
  if (unreadable !== undefined) {
    const why = `rule ${unreadable.ruleNumber} of ${id} names ${unreadable.cidr}, which is no range of addresses`;
    return { kind, resource: id, decision: 'unknown', why };
  }
  const name = addressName(peer.cidr);
  const traffic = direction === 'egress' ? `tcp to ${name}` : `tcp from ${name} to`;
  const ranges = () => lines.map((line) => line.range);
  return acrossRange(peer.range, ranges, (piece) => {
    const matching = lines.filter((line) => inSpan(line.range, piece));
    return { kind, resource: id, ...ruling(sharePorts(matching, ports), id, traffic) };
  });
}

function readLines(acl: NetworkAcl, egress: boolean) {
  const entries = acl.entries.filter((entry) => entry.egress === egress).toSorted(byNumber);
  return {
    lines: entries.flatMap((entry) => readLine(entry)),
    unreadable: entries.find((entry) => readSpan(entry.cidr) === null),
  };
}

function byNumber(a: NetworkAclEntry, b: NetworkAclEntry): number {
  return a.ruleNumber - b.ruleNumber;
}

/** AWS shows the implicit deny as 32767 for IPv4 and 32768 for IPv6; its console calls both `*`. */
function readLine(entry: NetworkAclEntry): AclLine[] {
  const range = readSpan(entry.cidr);
  const ports = tcpPorts(entry);
  if (range === null || ports === null) return [];
  const line = entry.ruleNumber < 32767 ? String(entry.ruleNumber) : '*';
  return [{ line, allows: entry.action === 'allow', range, ports }];
}

/** An answer that some source ports would get and others not is a denial: those connections hang. */
function ruling(shares: readonly PortShare[], id: string, traffic: string): Ruling {
  const admitted = shares.filter((share) => share.allows);
  const denied = shares.filter((share) => !share.allows);
  const admits = `${linesDo(ADMIT, admitted, ` of ${id}`)} ${traffic} ${portsNamed(admitted)}`;
  const line = (denied[0] ?? shares[0])?.line;
  if (denied.length === 0) return { decision: 'allow', line, why: admits };
  if (admitted.length === 0) {
    return { decision: 'deny', line, why: `${linesDo(DENY, denied, ` of ${id}`)} ${traffic} ${portsNamed(denied)}` };
  }
  const why = `some connections hang: ${admits}, but ${linesDo(DENY, denied, '')} ${portsNamed(denied)}`;
  return { decision: 'deny', line, why, deniedShare: countIn(denied) / countIn(shares) };
}

function countIn(shares: readonly PortShare[]): number {
  return shares.reduce((count, { ports }) => count + ports.to - ports.from + 1, 0);
}

/** `rule 100 of acl-1 admits`, `rules 100 and * deny`. */
function linesDo(verb: Verb, shares: readonly PortShare[], ofAcl: string): string {
  const lines = [...new Set(shares.map((share) => share.line))];
  return lines.length === 1
    ? `rule ${lines.join()}${ofAcl} ${verb.one}`
    : `rules ${lines.join(' and ')}${ofAcl} ${verb.many}`;
}

function portsNamed(shares: readonly PortShare[]): string {
  const ranges = shares.map((share) => share.ports).sort((a, b) => a.from - b.from);
  const names = ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  const single = ranges.length === 1 && ranges.every(({ from, to }) => from === to);
  return `${single ? 'port' : 'ports'} ${names.join(', ')}`;
}
