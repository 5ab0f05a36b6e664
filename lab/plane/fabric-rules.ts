import type { NetworkAcl, NetworkAclEntry, NetworkInterface, SecurityGroupRule } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
import { isNetworkNode } from './is-network-node.ts';
import { nodeMark } from './node-mark.ts';

/** The device in the fabric that leads to an interface, by interface id. */
export type Devices = ReadonlyMap<string, string>;

/**
 * The packet filter of the VPC's routers, as an nftables script that replaces the one before it in one step: ACLs
 * judge every packet that crosses a subnet's boundary, groups only those that open a connection. What no line
 * admits is swallowed without a word, and the fabric itself says nothing: no ICMP error, no RST, as in a VPC.
 */
export function fabricRules(world: World, devices: Devices): string {
  const interfaces = world.networkInterfaces.filter((one) => devices.has(one.id));
  const device = (id: string) => `"${devices.get(id)}"`;
  const enforced = (id: string) => !world.unenforced.includes(id);
  const grouped = interfaces.filter((one) => one.groups.length > 0 && one.groups.every(enforced));
  const leaving = grouped.map((one) => `${device(one.id)} : jump out_${device(one.id).slice(1, -1)}`);
  const entering = grouped.map((one) => `${device(one.id)} : jump in_${device(one.id).slice(1, -1)}`);
  const chains = grouped.flatMap((one) => {
    const name = devices.get(one.id) ?? '';
    return [
      groupChain(world, devices, `out_${name}`, one.groups, true),
      groupChain(world, devices, `in_${name}`, one.groups, false),
    ];
  });
  return [
    'flush ruleset',
    'table inet vpc {',
    ...world.subnets.flatMap((subnet) => aclChains(aclOf(world, subnet.id, subnet.vpcId), subnet.id)),
    ...chains,
    'chain acls {',
    ...world.subnets.flatMap((subnet) => boundary(interfaces, devices, subnet.id)),
    '}',
    'chain nodes {',
    'type filter hook prerouting priority mangle',
    ...interfaces.filter(isNetworkNode).map((node) => remembered(node, devices.get(node.id) ?? '')),
    'ct direction reply ct mark != 0 meta mark set ct mark',
    '}',
    'chain forward {',
    'type filter hook forward priority 0; policy drop;',
    'jump acls',
    'ct state established,related accept',
    ...(leaving.length > 0
      ? [`iifname vmap { ${leaving.join(', ')} }`, `oifname vmap { ${entering.join(', ')} }`]
      : []),
    'accept',
    '}',
    'chain output { type filter hook output priority 0; policy drop; }',
    '}',
    '',
  ].join('\n');
}

/** A subnet that is associated with no ACL uses its VPC's default one. */
function aclOf(world: World, subnetId: string, vpcId: string): NetworkAcl | undefined {
  const own = world.networkAcls.find((acl) => acl.subnetIds.includes(subnetId));
  return own ?? world.networkAcls.find((acl) => acl.isDefault && acl.vpcId === vpcId);
}

function aclChains(acl: NetworkAcl | undefined, subnetId: string): string[] {
  return [true, false].flatMap((egress) => {
    const entries = (acl?.entries ?? []).filter((entry) => entry.egress === egress);
    const ordered = entries.toSorted((a, b) => a.ruleNumber - b.ruleNumber);
    return [`chain ${chainOf(subnetId, egress)} {`, ...ordered.flatMap(aclRule), 'drop', '}'];
  });
}

function aclRule(entry: NetworkAclEntry): string[] {
  const peer = addressMatch(entry.cidr, entry.egress);
  const verdict = entry.action === 'allow' ? 'return' : 'drop';
  return [`${peer} ${portMatch(entry.protocol, entry.fromPort, entry.toPort)} ${verdict}`];
}

/**
 * Told by the devices, not by addresses: what a node sends on with a client's address crosses the boundary of the node's
 * subnet, not of the client's.
 */
function boundary(interfaces: readonly NetworkInterface[], devices: Devices, subnetId: string): string[] {
  const inside = interfaces.filter((one) => one.subnetId === subnetId).map((one) => `"${devices.get(one.id)}"`);
  if (inside.length === 0) return [];
  const set = `{ ${inside.join(', ')} }`;
  return [
    `iifname ${set} oifname != ${set} jump ${chainOf(subnetId, true)}`,
    `oifname ${set} iifname != ${set} jump ${chainOf(subnetId, false)}`,
  ];
}

/** The answers to what a node sends on with a client's address must come back to that node, whoever they are addressed to. */
function remembered({ addresses }: NetworkInterface, device: string): string {
  const own = addresses.map(({ address }) => address).join(', ');
  return `iifname "${device}" ip saddr != { ${own} } ct direction original ct mark set ${nodeMark(device)}`;
}

function groupChain(world: World, devices: Devices, name: string, groups: readonly string[], egress: boolean): string {
  const rules = world.securityGroupRules.filter((rule) => rule.egress === egress && groups.includes(rule.groupId));
  return [`chain ${name} {`, ...rules.flatMap((rule) => groupRule(world, devices, rule)), 'drop', '}'].join('\n');
}

function groupRule(world: World, devices: Devices, rule: SecurityGroupRule): string[] {
  const ports = portMatch(rule.protocol, rule.fromPort, rule.toPort);
  return peersOf(world, devices, rule).map((peer) => `${peer} ${ports} return`);
}

/**
 * A reference to where packets go stands for the private addresses of every interface that wears the group. Where they come
 * from, it stands for the interfaces themselves: what a Network Load Balancer sends on is admitted as its own, with a
 * client's address too, and not as the client's
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
 */
function peersOf(world: World, devices: Devices, { peer, egress }: SecurityGroupRule): string[] {
  if (peer.kind === 'cidr') return [addressMatch(peer.cidr, egress)];
  if (peer.kind === 'prefix-list') return [];
  const members = world.networkInterfaces.filter((one) => one.groups.includes(peer.id) && devices.has(one.id));
  if (!egress) return members.map((one) => `iifname "${devices.get(one.id)}"`);
  return members.flatMap((one) => one.addresses.map((each) => addressMatch(`${each.address}/32`, egress)));
}

function addressMatch(cidr: string, egress: boolean): string {
  const side = egress ? 'daddr' : 'saddr';
  if (cidr.endsWith('/0')) return cidr.includes(':') ? 'meta nfproto ipv6' : 'meta nfproto ipv4';
  return `${cidr.includes(':') ? 'ip6' : 'ip'} ${side} ${cidr}`;
}

/** TCP and UDP by port; other protocols by number alone. `-1` is everything. */
function portMatch(protocol: string, from: number | null, to: number | null): string {
  if (protocol === '-1') return '';
  const number = { tcp: '6', udp: '17', icmp: '1', icmpv6: '58' }[protocol] ?? protocol;
  const transport = { '6': 'tcp', '17': 'udp' }[number];
  if (transport === undefined || from === null || to === null) return `meta l4proto ${number}`;
  return `${transport} dport ${from}-${to}`;
}

function chainOf(subnetId: string, egress: boolean): string {
  return `${egress ? 'from' : 'to'}_${subnetId.replaceAll('-', '_')}`;
}
