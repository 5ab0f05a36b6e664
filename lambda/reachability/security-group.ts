import type { Hop } from '../model/flow.ts';
import type { Inventory, SecurityGroup, SecurityGroupRule } from '../model/inventory.ts';
import { whyUnknown } from '../model/why-unknown.ts';
import { acrossRange } from './across-range.ts';
import { addressName } from './address-name.ts';
import type { Asked } from './asked.ts';
import { atPort } from './at-port.ts';
import { type GroupRule, groupRules } from './group-rules.ts';
import type { Link } from './link.ts';
import type { Located } from './locate.ts';
import { matchPeer } from './match-peer.ts';
import { nearestMiss } from './nearest-miss.ts';
import { oncePer } from './once-per.ts';
import { prefixRanges } from './prefix-ranges.ts';
import type { Span } from './read-span.ts';
import { stationName } from './station-name.ts';

/** What the groups of one interface say in one direction: their rules, and why those of some group are not known. */
type Worn = { readonly groups: readonly string[]; readonly rules: readonly GroupRule[]; readonly doubt: string | null };
type Direction = 'ingress' | 'egress';

/** Interfaces of a fleet wear the same few sets of groups, so the rules of each set are joined once. */
const setsWorn = oncePer((_all: readonly SecurityGroupRule[]) => new Map<string, readonly GroupRule[]>());
const idsOf = oncePer((groups: readonly SecurityGroup[]) => new Set(groups.map((group) => group.id)));

/**
 * Judges TCP to `port` against the security groups that `at` wears: leaving it for `peer` (`egress`), or reaching it
 * from `peer` (`ingress`). All groups together are one set of permissions without an order (AWS, *Security group
 * rules*). `link` says what lies between the two, on which it depends whether references to groups count. Null where
 * nothing filters: an interface without groups, or a place outside every subnet.
 */
export function judgeSecurityGroups(
  inventory: Inventory,
  direction: Direction,
  at: Located,
  peer: Located,
  port: number,
  link: Link | null = null,
): Hop | null {
  const kind = `security-group-${direction}` as const;
  if (at.securityGroups === null) return at.outside ? null : groupsNotKnown(inventory, kind, at);
  const groups = [...new Set(at.securityGroups)].sort();
  const [first, ...others] = groups;
  if (first === undefined) return null;
  const place = { kind, resource: first, ...(others.length === 0 ? {} : { resources: groups }) };
  if (!inventory.securityGroupRules.known) {
    const why = whyUnknown('security group rules', inventory.securityGroupRules);
    return { ...place, decision: 'unknown', why };
  }
  const all = inventory.securityGroupRules.value;
  const rules = rulesOf(all, groups, direction);
  const worn = { groups, rules, doubt: unreadAmong(inventory, all, groups) };
  const ranges = () => rules.flatMap((rule) => rangesOf(inventory, rule));
  return acrossRange(peer.range, ranges, (piece) => ({
    ...place,
    ...ruling(worn, { inventory, direction, at, peer, piece, port, link }),
  }));
}

function groupsNotKnown({ networkInterfaces }: Inventory, kind: Hop['kind'], at: Located): Hop {
  const address = addressName(at.cidr);
  const why = networkInterfaces.known
    ? `no network interface of the inventory holds ${address}, so its security groups are not known`
    : `the security groups of ${address} are not known, as ${whyUnknown('network interfaces', networkInterfaces)}`;
  return { kind, resource: at.interfaceId ?? address, decision: 'unknown', why };
}

function rangesOf({ prefixLists }: Inventory, { peer, range }: GroupRule): readonly Span[] {
  if (peer.kind !== 'prefix-list') return range === null ? [] : [range];
  const ranges = prefixRanges(prefixLists, peer.id);
  return ranges.known ? ranges.value : [];
}

function rulesOf(all: readonly SecurityGroupRule[], groups: readonly string[], direction: Direction) {
  const sets = setsWorn(all);
  const key = `${direction} ${groups.join()}`;
  const kept = sets.get(key);
  if (kept !== undefined) return kept;
  const byGroup = groupRules(all);
  const rules = groups.flatMap((id) => byGroup.get(id)?.[direction] ?? []);
  sets.set(key, rules);
  return rules;
}

/** A group without rules still shows in the list of groups; one that is in neither list could not be read. */
function unreadAmong({ securityGroups }: Inventory, all: readonly SecurityGroupRule[], groups: readonly string[]) {
  const byGroup = groupRules(all);
  const unread = groups.find(
    (id) => !byGroup.has(id) && !(securityGroups.known && idsOf(securityGroups.value).has(id)),
  );
  return unread === undefined ? null : `the rules of ${unread} are not in the inventory`;
}

function ruling({ groups, rules, doubt }: Worn, asked: Asked): Omit<Hop, 'kind' | 'resource'> & { resource?: string } {
  const { direction, peer, port } = asked;
  const side = direction === 'ingress' ? 'from' : 'to';
  const found = admitting(rules, asked);
  if (found.rule !== null) {
    const { id, groupId } = found.rule;
    const why = `${id} admits tcp ${port} ${side} ${peerName(found.rule)}`;
    return { resource: groupId, line: id, decision: 'allow', why };
  }
  const reason = found.doubt ?? doubt;
  if (reason !== null) return { decision: 'unknown', why: reason };
  const miss = nearestMiss(rules, asked);
  if (miss === undefined) {
    const have = groups.length === 1 ? 'has' : 'have';
    return { decision: 'deny', why: `${groups.join(' and ')} ${have} no ${direction} rules` };
  }
  const ignored = found.ignored === null ? '' : ` (${found.ignored})`;
  const why = `no rule of ${groups.join(' or ')} admits tcp ${port} ${side} ${stationName(peer)}${ignored}`;
  return { decision: 'deny', why, nearestMiss: miss };
}

/** The first rule that admits; failing that, why one that might admit is not known to, or why one does not count. */
type Admission = { readonly rule: GroupRule | null; readonly doubt: string | null; readonly ignored: string | null };

function admitting(rules: readonly GroupRule[], asked: Asked): Admission {
  let doubt: string | null = null;
  let ignored: string | null = null;
  for (const rule of atPort(rules, asked.port).fitting) {
    const match = matchPeer(rule, asked);
    if (match === 'yes') return { rule, doubt: null, ignored: null };
    if (match === 'no') continue;
    if ('reason' in match) doubt ??= match.reason;
    else ignored ??= match.ignored;
  }
  return { rule: null, doubt, ignored };
}

function peerName({ peer }: GroupRule): string {
  return peer.kind === 'cidr' ? peer.cidr : peer.id;
}
