import type { Cidr } from '../model/address.ts';
import type { RulePeer } from '../model/inventory.ts';
import { addressName } from './address-name.ts';
import type { GroupRule } from './group-rules.ts';
import { inSpan } from './in-span.ts';
import type { Located } from './locate.ts';

/** Whether a rule speaks of a peer; where that is not known, the reason as a clause. */
export type PeerMatch = 'yes' | 'no' | { readonly reason: string };

/**
 * Whether a rule of a group worn by `at` speaks of `peer` (of which `piece` is judged). A reference to a group matches
 * the addresses of interfaces that wear it, within one VPC; beyond it, only over some peerings and transit gateways
 * (AWS, *Security group rules*), which is not judged and therefore not known.
 */
export function matchPeer(rule: GroupRule, at: Located, peer: Located, piece: Cidr): PeerMatch {
  switch (rule.peer.kind) {
    case 'cidr':
      if (rule.range === null) return { reason: `${rule.id} names ${rule.peer.cidr}, which is no range of addresses` };
      return inSpan(rule.range, piece) ? 'yes' : 'no';
    case 'prefix-list': {
      const question = `whether prefix list ${rule.peer.id} (${rule.id}) holds ${addressName(peer.cidr)}`;
      return { reason: `${question} is not known: its entries are not in the inventory` };
    }
    case 'security-group':
      return matchGroup(rule.id, rule.peer, at, peer);
  }
}

function matchGroup(
  ruleId: string,
  group: Extract<RulePeer, { kind: 'security-group' }>,
  at: Located,
  peer: Located,
): PeerMatch {
  const { securityGroups } = peer;
  if (securityGroups === null) return matchGroupless(ruleId, group, at, peer);
  if (!securityGroups.includes(group.id)) return 'no';
  if (!at.vpc.known || !peer.vpc.known || at.vpc.value === peer.vpc.value) return 'yes';
  return {
    reason: `whether ${ruleId}, a reference from ${at.vpc.value} to ${peer.vpc.value}, is honoured is not judged`,
  };
}

/** An address outside our VPCs wears no group, unless the reference itself points out of the VPC. */
function matchGroupless(
  ruleId: string,
  group: Extract<RulePeer, { kind: 'security-group' }>,
  at: Located,
  peer: Located,
): PeerMatch {
  const pointsOut = group.vpcId !== null && at.vpc.known && group.vpcId !== at.vpc.value;
  if (peer.outside && !pointsOut) return 'no';
  return { reason: `whether ${addressName(peer.cidr)} wears ${group.id} (${ruleId}) is not known` };
}
