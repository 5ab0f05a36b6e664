import type { NetworkAcl, NetworkAclEntry, SecurityGroupRule } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';

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
    return [groupChain(world, `out_${name}`, one.groups, true), groupChain(world, `in_${name}`, one.groups, false)];
  });
  return [
    'flush ruleset',
    'table inet vpc {',
    ...world.subnets.flatMap((subnet) => aclChains(aclOf(world, subnet.id, subnet.vpcId), subnet.id)),
    ...chains,
    'chain acls {',
    ...world.subnets.flatMap((subnet) => [
      `ip saddr ${subnet.cidr} ip daddr != ${subnet.cidr} jump ${chainOf(subnet.id, true)}`,
      `ip daddr ${subnet.cidr} ip saddr != ${subnet.cidr} jump ${chainOf(subnet.id, false)}`,
    ]),
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

function groupChain(world: World, name: string, groups: readonly string[], egress: boolean): string {
  const rules = world.securityGroupRules.filter((rule) => rule.egress === egress && groups.includes(rule.groupId));
  return [`chain ${name} {`, ...rules.flatMap((rule) => groupRule(world, rule)), 'drop', '}'].join('\n');
}

function groupRule(world: World, rule: SecurityGroupRule): string[] {
  const ports = portMatch(rule.protocol, rule.fromPort, rule.toPort);
  return peersOf(world, rule).map((cidr) => `${addressMatch(cidr, rule.egress)} ${ports} return`);
}

/** A reference stands for the private addresses of every interface that wears the group. */
function peersOf(world: World, rule: SecurityGroupRule): string[] {
  const { peer } = rule;
  if (peer.kind === 'cidr') return [peer.cidr];
  if (peer.kind === 'prefix-list') return [];
  const members = world.networkInterfaces.filter((one) => one.groups.includes(peer.id));
  return members.flatMap((one) => one.addresses.map((each) => `${each.address}/32`));
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
