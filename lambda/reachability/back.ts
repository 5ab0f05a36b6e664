import type { Hop } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { arrive } from './arrive.ts';
import { leg } from './leg.ts';
import type { Link } from './link.ts';
import type { Located } from './locate.ts';
import { judgeNetworkAcl } from './network-acl.ts';
import { present } from './present.ts';
import type { End } from './step.ts';
import type { Sender, There } from './there.ts';

/** The answer's way. `link` is null where no way back could be told. */
export type Back = { readonly hops: readonly Hop[]; readonly link: Link | null };

/**
 * Follows the answer from the destination to whom it saw as the sender, and from NAT gateway to NAT gateway back to the
 * source. Network ACLs and routes judge it anew; gateways that carry connections one way let it through.
 */
export function back(
  inventory: Inventory,
  destination: Located,
  { sender, seen }: Pick<There, 'sender' | 'seen'>,
): Back {
  if (seen === null) return { hops: [], link: null };
  const first = destination.outside ? null : answerLeg(inventory, destination, { ...sender, at: seen });
  const inwards = entering(inventory, sender, destination, first?.end ?? null);
  const hops = [...(first?.hops ?? []), ...inwards, ...onwards(inventory, destination, sender)];
  return { hops, link: first === null || first.end.kind === 'lost' ? null : first.link };
}

function answerLeg(inventory: Inventory, from: Located, { at: to, ports }: Sender) {
  const answer = leg(inventory, { from, to, ports, answer: true });
  return { ...answer, hops: answer.hops.concat(present(arrive(inventory, answer.end, to))) };
}

/** The network ACL of the sender's subnet, unless the answer never crossed its border. */
function entering(inventory: Inventory, { at, ports }: Sender, peer: Located, end: End | null): readonly Hop[] {
  if (end?.kind === 'vpc' && end.subnetId !== null && end.subnetId === at.subnetId) return [];
  return present(judgeNetworkAcl(inventory, 'ingress', at, peer, ports));
}

/** A NAT gateway puts the address of whom it sent for back, and the answer goes on to that one as from the destination. */
function onwards(inventory: Inventory, destination: Located, { at, behind }: Sender): readonly Hop[] {
  if (behind === null) return [];
  const { hops, end } = answerLeg(inventory, at, behind);
  return [...hops, ...entering(inventory, behind, destination, end), ...onwards(inventory, destination, behind)];
}
