import { contains, parseCidr } from '../../lambda/model/address.ts';
import type { NetworkInterface } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';

type Packet = { readonly from: string; readonly to: string; readonly fromPort: number; readonly toPort: number };
type Ports = { readonly protocol: string; readonly fromPort: number | null; readonly toPort: number | null };

/** A source port of the kind that load balancers and functions use; one stands for all. */
const SOURCE_PORT = 40_000;

/**
 * Whether the world would swallow a connection between two interfaces: what the kernel's packet filter decides in
 * namespaces, worked out by hand for loopback mode. Groups judge the first packet, ACLs the packet and its answer.
 */
export function isDropped(world: World, source: NetworkInterface, target: NetworkInterface, port: number): boolean {
  const from = source.addresses[0]?.address ?? '';
  const to = target.addresses[0]?.address ?? '';
  const request = { from, to, fromPort: SOURCE_PORT, toPort: port };
  const answer = { from: to, to: from, fromPort: port, toPort: SOURCE_PORT };
  const host = world.hosts.find((one) => one.interfaceId === target.id);
  const passes =
    host?.up === true &&
    groupsAdmit(world, source, target, request, true) &&
    groupsAdmit(world, target, source, request, false) &&
    aclsAdmit(world, source, target, request) &&
    aclsAdmit(world, target, source, answer);
  return !passes;
}

function groupsAdmit(
  world: World,
  own: NetworkInterface,
  other: NetworkInterface,
  packet: Packet,
  egress: boolean,
): boolean {
  if (own.groups.length === 0 || own.groups.some((id) => world.unenforced.includes(id))) return true;
  const peer = egress ? packet.to : packet.from;
  return world.securityGroupRules.some((rule) => {
    if (rule.egress !== egress || !own.groups.includes(rule.groupId) || !admits(rule, packet.toPort)) return false;
    if (rule.peer.kind === 'security-group') return other.groups.includes(rule.peer.id);
    return rule.peer.kind === 'cidr' && covers(rule.peer.cidr, peer);
  });
}

function aclsAdmit(world: World, from: NetworkInterface, to: NetworkInterface, packet: Packet): boolean {
  if (from.subnetId === to.subnetId) return true;
  return firstMatch(world, from, packet, true) && firstMatch(world, to, packet, false);
}

function firstMatch(world: World, at: NetworkInterface, packet: Packet, egress: boolean): boolean {
  const own = world.networkAcls.find((acl) => acl.subnetIds.includes(at.subnetId));
  const acl = own ?? world.networkAcls.find((one) => one.isDefault && one.vpcId === at.vpcId);
  const entries = (acl?.entries ?? []).filter((entry) => entry.egress === egress);
  const ordered = entries.toSorted((a, b) => a.ruleNumber - b.ruleNumber);
  const peer = egress ? packet.to : packet.from;
  return ordered.find((entry) => covers(entry.cidr, peer) && admits(entry, packet.toPort))?.action === 'allow';
}

function admits(line: Ports, port: number): boolean {
  if (line.protocol !== '-1' && line.protocol !== '6' && line.protocol !== 'tcp') return false;
  return (line.fromPort ?? 0) <= port && port <= (line.toPort ?? 65_535);
}

function covers(range: string, address: string): boolean {
  const [outer, inner] = [parseCidr(range), parseCidr(address)];
  return outer !== null && inner !== null && contains(outer, inner);
}
