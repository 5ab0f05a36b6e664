import type { RulePeer, SecurityGroup, SecurityGroupRule } from '../../lambda/model/inventory.ts';

/**
 * As many rules for each of these groups, every one on port 8080, so that none can be passed over by its port: ranges and
 * groups that the load balancer is not in. Only the very last, where there is one, admits the load balancer's group.
 */
export function fleetRules(
  groups: readonly SecurityGroup[],
  { each, admits }: { readonly each: number; readonly admits: string | null },
): readonly SecurityGroupRule[] {
  const rules = groups.flatMap((group) =>
    Array.from({ length: each }, (_, index) => ruleOf(group, index, strangerTo(group, index))),
  );
  const last = rules.at(-1);
  if (last === undefined || admits === null) return rules;
  return [...rules.slice(0, -1), { ...last, peer: { ...last.peer, ...referenceTo(admits, groups[0]) } }];
}

function ruleOf({ id }: SecurityGroup, index: number, peer: RulePeer): SecurityGroupRule {
  const line = String(index).padStart(2, '0');
  return {
    ...{ id: `sgr-${id.slice(3)}-${line}`, groupId: id, egress: false, protocol: 'tcp', description: null, peer },
    ...{ fromPort: 8080, toPort: 8080 },
  };
}

function strangerTo(group: SecurityGroup, index: number): RulePeer {
  return index % 2 === 0 ? { kind: 'cidr', cidr: `192.168.${index}.0/24` } : referenceTo(`sg-stranger${index}`, group);
}

function referenceTo(id: string, group: SecurityGroup | undefined): RulePeer {
  return { kind: 'security-group', id, ownerId: group?.ownerId ?? null, vpcId: group?.vpcId ?? null };
}
