import type { Flow, Hop } from '../model/flow.ts';
import type { RulePeer, SecurityGroupRule } from '../model/inventory.ts';
import type { StaleSecurityGroup } from '../model/network.ts';

/** A rule that names a group in vain. `own`: the load balancer wears it, yet on this way it does not count. */
export type VainReference = { readonly rule: SecurityGroupRule; readonly peer: RulePeer; readonly own: boolean };

/**
 * Of the rules of the groups that deny a connection, the one that would admit its port, and names a group in vain: one
 * that the source wears, or, where that rule comes closest to admitting, one that AWS lists as stale
 * (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html).
 */
export function vainReference(
  { hop, flow }: { readonly hop: Hop; readonly flow: Flow },
  rules: readonly SecurityGroupRule[],
  stale: readonly StaleSecurityGroup[],
): VainReference | undefined {
  const groups = hop.resources ?? [hop.resource];
  const worn = flow.source.securityGroups ?? [];
  const vain = rules
    .filter((rule) => groups.includes(rule.groupId) && admitsPort(rule, flow.port))
    .flatMap((rule): readonly VainReference[] => {
      const { peer } = rule;
      if (peer.kind !== 'security-group') return [];
      if (worn.includes(peer.id)) return [{ rule, peer, own: true }];
      return rule.id === hop.nearestMiss?.line && isStale(rule, peer.id, stale) ? [{ rule, peer, own: false }] : [];
    });
  return vain.find(({ own }) => own) ?? vain[0];
}

function admitsPort({ egress, protocol, fromPort, toPort }: SecurityGroupRule, port: number): boolean {
  if (egress || !['-1', '6', 'tcp'].includes(protocol)) return false;
  return (fromPort ?? 0) <= port && port <= (toPort ?? 65_535);
}

function isStale({ groupId }: SecurityGroupRule, referred: string, stale: readonly StaleSecurityGroup[]): boolean {
  return stale.some((one) => one.groupId === groupId && one.ingressReferences.includes(referred));
}
