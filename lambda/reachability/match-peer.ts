import type { RulePeer } from '../model/inventory.ts';
import { addressName } from './address-name.ts';
import type { Asked, PeerMatch } from './asked.ts';
import type { GroupRule } from './group-rules.ts';
import { inSpan } from './in-span.ts';
import { matchReference } from './match-reference.ts';
import { prefixRanges } from './prefix-ranges.ts';

/** Whether a rule of a group worn by `at` speaks of `peer`: by range, by prefix list, or by a group that it wears. */
export function matchPeer(rule: GroupRule, asked: Asked): PeerMatch {
  switch (rule.peer.kind) {
    case 'cidr':
      if (rule.range === null) return { reason: `${rule.id} names ${rule.peer.cidr}, which is no range of addresses` };
      return inSpan(rule.range, asked.piece) ? 'yes' : 'no';
    case 'prefix-list':
      return matchList(rule, rule.peer, asked);
    case 'security-group':
      return matchReference(rule, rule.peer, asked);
  }
}

function matchList(
  { id }: GroupRule,
  list: Extract<RulePeer, { kind: 'prefix-list' }>,
  { inventory, peer, piece }: Asked,
): PeerMatch {
  const ranges = prefixRanges(inventory.prefixLists, list.id);
  if (ranges.known) return ranges.value.some((range) => inSpan(range, piece)) ? 'yes' : 'no';
  return { reason: `whether ${list.id} (${id}) holds ${addressName(peer.cidr)} is not known: ${ranges.reason}` };
}
