import type { RulePeer } from '../model/inventory.ts';

/** The other side of a security group rule as AWS writes it: a range, or an id. */
export function peerName(peer: RulePeer): string {
  return peer.kind === 'cidr' ? peer.cidr : peer.id;
}
