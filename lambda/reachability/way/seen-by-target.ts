import type { Flow, Hop, PathJudgement, Station } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import { judgePath } from '../path.ts';
import { worstOf } from './worst-of.ts';

/**
 * Judges a flow from a Network Load Balancer's node that carries the client's address. The node still sends it and takes
 * the answer back, so routes are those of the node; what filters at the target's side sees the client's address, worn
 * with the load balancer's groups: references to these match, to the client's own they do not (AWS, *Target groups for
 * your Network Load Balancers*, client IP preservation; *Update the security groups for your Network Load Balancer*).
 */
export function seenByTarget(inventory: Inventory, fromNode: Flow, client: Station): PathJudgement {
  const carried = judgePath(inventory, fromNode);
  const source = { ...fromNode.source, cidr: client.cidr, interfaceId: null };
  const seen = judgePath(inventory, { ...fromNode, source });
  const forward = withHops(carried.forward, [
    lastOf(seen.forward, 'network-acl-ingress'),
    lastOf(seen.forward, 'security-group-ingress'),
  ]);
  const answer = withHops(carried.return, [seen.return.find((hop) => hop.kind === 'network-acl-egress')]);
  const hops = [...forward, ...answer];
  const blockers = hops.filter((hop) => hop.decision === 'deny');

  const verdict = worstOf(hops.map((hop) => hop.decision));
  return { ...carried, verdict, forward, return: answer, blockers };
}

function lastOf(hops: readonly Hop[], kind: Hop['kind']): Hop | undefined {
  return hops.findLast((hop) => hop.kind === kind);
}

/** The last hop of each kind gives way to the one that sees the client. */
function withHops(hops: readonly Hop[], replacements: readonly (Hop | undefined)[]): readonly Hop[] {
  return hops.map((hop) => {
    const replacement = replacements.find((one) => one?.kind === hop.kind);
    return replacement !== undefined && lastOf(hops, hop.kind) === hop ? replacement : hop;
  });
}
