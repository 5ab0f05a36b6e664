import type { Hop } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { arrive } from './arrive.ts';
import { leg } from './leg.ts';
import type { Link } from './link.ts';
import type { Located } from './locate.ts';
import { judgeNetworkAcl } from './network-acl.ts';
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
  { senders, seen }: Pick<There, 'senders' | 'seen'>,
): Back {
  const last = senders.at(-1);
  if (last === undefined || seen === null) return { hops: [], link: null };
  const first = destination.outside ? null : answerLeg(inventory, destination, { ...last, at: seen });
  const inwards = entering(inventory, last, destination, first?.end ?? null);
  const hops = [...(first?.hops ?? []), ...inwards, ...behindNat(inventory, destination, senders)];
  return { hops, link: first?.end.kind === 'lost' ? null : (first?.link ?? null) };
}

function answerLeg(inventory: Inventory, from: Located, { at: to, ports }: Sender) {
  const answer = leg(inventory, { from, to, ports, answer: true });
  const arrival = arrive(inventory, answer.end, to);
  return { ...answer, hops: arrival === null ? answer.hops : [...answer.hops, arrival] };
}

/** The network ACL of the sender's subnet, unless the answer never crossed its border. */
function entering(inventory: Inventory, { at, ports }: Sender, peer: Located, end: End | null): readonly Hop[] {
  if (end?.kind === 'vpc' && end.subnetId !== null && end.subnetId === at.subnetId) return [];
  const hop = judgeNetworkAcl(inventory, 'ingress', at, peer, ports);
  return hop === null ? [] : [hop];
}

/** A NAT gateway puts the source's address back, and the answer goes on to it as from the destination. */
function behindNat(inventory: Inventory, destination: Located, senders: readonly Sender[]): readonly Hop[] {
  return senders
    .slice(1)
    .map((sender, index) => ({ from: sender.at, to: senders[index] }))
    .toReversed()
    .flatMap(({ from, to }) => {
      if (to === undefined) return [];
      const { hops, end } = answerLeg(inventory, from, to);
      return [...hops, ...entering(inventory, to, destination, end)];
    });
}
