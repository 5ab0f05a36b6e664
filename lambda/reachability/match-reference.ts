import type { Inventory, RulePeer } from '../model/inventory.ts';
import type { StaleSecurityGroup } from '../model/network.ts';
import { addressName } from './address-name.ts';
import type { Asked, PeerMatch } from './asked.ts';
import type { GroupRule } from './group-rules.ts';
import type { Link } from './link.ts';
import { oncePer } from './once-per.ts';

type Reference = Extract<RulePeer, { kind: 'security-group' }>;

const staleByGroup = oncePer((all: readonly StaleSecurityGroup[]) => new Map(all.map((one) => [one.groupId, one])));

/**
 * Whether a rule's reference to a group matches a peer: the peer's interface wears it, and it counts on the way between
 * the two. It counts within a VPC; over an active peering within one Region; and for what comes in, over a transit gateway
 * that supports it. It does not across a NAT, a public address or a middlebox (AWS, *Security group rules*).
 */
export function matchReference(rule: GroupRule, group: Reference, asked: Asked): PeerMatch {
  const { securityGroups } = asked.peer;
  if (securityGroups === null) return matchUnseen(rule, group, asked);
  if (!securityGroups.includes(group.id)) return 'no';
  const stale = staleReference(rule, group, asked);
  if (stale !== null) return stale;
  const { honours, why } = asked.link ?? linkless(asked);
  if (honours === 'always' || honours === asked.direction) return unsettled(asked, group) ?? 'yes';
  if (honours === 'not-known')
    return { reason: `whether ${rule.id}, a reference to ${group.id}, counts is not known: ${why}` };
  return { ignored: `${rule.id} names ${group.id}, but a reference does not count here: ${why}` };
}

/** An address outside our VPCs wears no group, unless the reference itself points out of the VPC. */
function matchUnseen({ id }: GroupRule, group: Reference, { at, peer, link }: Asked): PeerMatch {
  const pointsOut = group.vpcId !== null && at.vpc.known && group.vpcId !== at.vpc.value;
  if (link?.honours === 'never' || (peer.outside && !pointsOut)) return 'no';
  const owner = group.ownerId === null ? '' : ` of account ${group.ownerId}`;
  return { reason: `whether ${addressName(peer.cidr)} wears ${group.id}${owner} (${id}) is not known` };
}

/** A rule that AWS lists as stale refers in vain, though a group of that id be worn (AWS, *Stale security group rules*). */
function staleReference(
  { id, groupId }: GroupRule,
  group: Reference,
  { inventory, direction }: Asked,
): PeerMatch | null {
  if (!inventory.staleSecurityGroups.known) return null;
  const stale = staleByGroup(inventory.staleSecurityGroups.value).get(groupId);
  const references = direction === 'ingress' ? stale?.ingressReferences : stale?.egressReferences;
  if (!references?.includes(group.id)) return null;
  return { ignored: `${id} names ${group.id}, but AWS lists the reference as stale` };
}

/** Without a way between the two that could be told, a reference counts where both stand in the same VPC. */
function linkless({ at, peer }: Asked): Link {
  if (!at.vpc.known || !peer.vpc.known || at.vpc.value === peer.vpc.value) return { honours: 'always', why: '' };
  return { honours: 'not-known', why: `the way between ${at.vpc.value} and ${peer.vpc.value} is not` };
}

/** A group worn away from its own VPC is associated with that other one; while that is under way, nobody can tell. */
function unsettled({ inventory, peer }: Asked, group: Reference): PeerMatch | null {
  const { vpc } = peer;
  const associations: Inventory['securityGroupVpcAssociations'] = inventory.securityGroupVpcAssociations;
  if (!associations.known || !vpc.known) return null;
  const one = associations.value.find(({ groupId, vpcId }) => groupId === group.id && vpcId === vpc.value);
  if (one === undefined || one.state === 'associated') return null;
  return { reason: `whether ${group.id} counts in ${vpc.value} is not known: its association is ${one.state}` };
}
