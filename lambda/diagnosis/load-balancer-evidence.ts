import type { Declarations, LoadBalancerEvidence } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory, LoadBalancer, Rule } from '../model/inventory.ts';
import { clientPathsToNodes } from '../reachability/clients/client-paths-to-nodes.ts';
import { aclTraffic } from './acl-traffic.ts';
import { declaredFor } from './declared-for.ts';

/** Brings together all that is known of a load balancer as such. `at` is ISO 8601. */
export function loadBalancerEvidence(
  inventory: Inventory,
  loadBalancer: LoadBalancer,
  { declarations, at }: { readonly declarations: Declarations; readonly at: string },
): LoadBalancerEvidence {
  const { targetGroups, subnets, routeTables, internetGateways } = inventory;
  const { blockPublicAccess, networkAcls, securityGroupRules } = inventory;
  const declared = declaredFor(loadBalancer, declarations);
  return {
    ...{ subject: 'load-balancer', at, loadBalancer, declared, symptoms: [] },
    aclTraffic: aclTraffic(inventory, declarations),
    facts: {
      listeners: inventory.listeners[loadBalancer.arn] ?? unknown('not-asked', 'nobody asked for its listeners'),
      rules: rulesOf(inventory, loadBalancer),
      targetGroups,
      clientPaths: clientPathsToNodes(inventory, loadBalancer, declared),
      ...{ subnets, routeTables, internetGateways, blockPublicAccess, networkAcls, securityGroupRules },
    },
  };
}

/** The rules of all its listeners; unknown where those of one are. */
function rulesOf({ listeners, rules }: Inventory, { arn }: LoadBalancer): Fact<readonly Rule[]> {
  const own = listeners[arn] ?? unknown('not-asked', 'nobody asked for its listeners');
  if (!own.known) return own;
  const read = own.value.map((listener) => rules[listener.arn] ?? unknown('not-asked', 'nobody asked for its rules'));
  const unread = read.find((fact) => !fact.known);
  return unread ?? known(read.flatMap((fact) => (fact.known ? fact.value : [])));
}
