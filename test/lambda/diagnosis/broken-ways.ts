import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { Endpoint } from '../../../lambda/model/endpoint.ts';
import { endpointId } from '../../../lambda/model/endpoint-id.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, NetworkAclEntry, Route, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import type { Outcome, ProbeResult } from '../../../lambda/model/probe-result.ts';
import { checkedAt } from './checked-at.ts';
import { endpoint, seenEverywhere, world } from './small-world.ts';

const PORT = { fromPort: 8081, toPort: 8081 };

/** A denying entry under number 90, unless it is told otherwise. */
export function denying(rest: Partial<NetworkAclEntry>): NetworkAclEntry {
  return {
    ...{ ruleNumber: 90, egress: true, protocol: '6', action: 'deny', cidr: '0.0.0.0/0', fromPort: null, toPort: null },
    ...rest,
  };
}

/** An inventory with an entry more in the ACL of the load balancer's subnets (`acl-edge`) or the target's (`acl-app`). */
export function withAclEntry(aclId: string, entry: NetworkAclEntry, inventory: Inventory = world): Inventory {
  const acls = inventory.networkAcls.known ? inventory.networkAcls.value : [];
  const value = acls.map((acl) => (acl.id === aclId ? { ...acl, entries: [...acl.entries, entry] } : acl));
  return { ...inventory, networkAcls: known(value) };
}

/** The small world with a single ACL, `acl-edge`, for all its subnets, and this entry in it. */
export function withSharedAcl(entry: NetworkAclEntry): Inventory {
  const acls = world.networkAcls.known ? world.networkAcls.value : [];
  return withAclEntry('acl-edge', entry, { ...world, networkAcls: known(acls.filter(({ isDefault }) => isDefault)) });
}

/** The small world with a route more in its only table. */
export function withRoute(route: Partial<Route> & Pick<Route, 'destination'>): Inventory {
  const tables = world.routeTables.known ? world.routeTables.value : [];
  const added: Route = { target: 'eni-gone', state: 'blackhole', ...route };
  return { ...world, routeTables: known(tables.map((table) => ({ ...table, routes: [...table.routes, added] }))) };
}

/** The small world with a rule in place of that with the same id. */
export function withRules(change: (rule: SecurityGroupRule) => readonly SecurityGroupRule[]): Inventory {
  const rules = world.securityGroupRules.known ? world.securityGroupRules.value : [];
  return { ...world, securityGroupRules: known(rules.flatMap(change)) };
}

/** The rule that admitted the load balancer names the group of a VPC that is gone, and AWS lists that as stale. */
export function staleReference(stale = ['sg-old']): Inventory {
  const peer = { kind: 'security-group', id: 'sg-old', ownerId: null, vpcId: 'vpc-old' } as const;
  return {
    ...withRules((rule) => [rule.egress ? rule : { ...rule, peer }]),
    staleSecurityGroups: known([{ groupId: 'sg-web', vpcId: 'vpc-1', ingressReferences: stale, egressReferences: [] }]),
  };
}

/** The port of the small world's target that only health checks dial. */
export const healthEndpoint: Endpoint = {
  ...endpoint,
  id: endpointId({
    ...{ targetGroup: endpoint.targetGroup ?? '', target: 'i-web', trafficPort: 8080 },
    ...{ purpose: 'health-check', port: 8081 },
  }),
  purpose: 'health-check',
  port: 8081,
};

/** An inventory in which the health check dials port 8081, and the load balancer may send to it. */
export function checkedApart(inventory: Inventory = world): Inventory {
  const rules = inventory.securityGroupRules.known ? inventory.securityGroupRules.value : [];
  const sending = rules.filter(({ egress }) => egress).map((rule) => ({ ...rule, id: 'sgr-lb-out-2', ...PORT }));
  return checkedAt({ ...inventory, securityGroupRules: known([...rules, ...sending]) }, '8081');
}

/** What probes saw at the traffic port and at the health check port, from every place each. */
export function seenApart(traffic: Outcome, healthCheck: Outcome): readonly ProbeResult[] {
  const checks = seenEverywhere(healthCheck).map((one) => ({ ...one, endpoint: healthEndpoint.id }));
  return [...seenEverywhere(traffic), ...checks];
}

/** The health check's port is blocked at the target's group; the traffic's is open. */
export const healthCheckBlocked: Partial<Looked> = {
  inventory: checkedApart(),
  endpoint: healthEndpoint,
  results: seenApart('connected', 'timed-out'),
};
