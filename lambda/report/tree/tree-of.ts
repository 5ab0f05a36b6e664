import { byPriority } from '../../model/by-priority.ts';
import type { Inventory, Listener, LoadBalancer, Rule } from '../../model/inventory.ts';
import type { Report } from '../../model/report.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import type { Tree, TreeListener, TreeLoadBalancer, TreeRule } from './tree.ts';
import { treeGroup } from './tree-group.ts';
import { treeWatches } from './tree-watches.ts';

/**
 * Hangs the endpoints of a report below the load balancers, listeners and rules of the inventory that it was made from, or below
 * the path that they are watched for.
 */
export function treeOf(inventory: Inventory, report: Report): Tree {
  return {
    schemaVersion: 1,
    checkedAt: report.checkedAt,
    configurationReadAt: report.configurationReadAt,
    loadBalancers: inventory.loadBalancers.map((one) => treeLoadBalancer(one, inventory, report)),
    watches: treeWatches(report),
  };
}

function treeLoadBalancer(loadBalancer: LoadBalancer, inventory: Inventory, report: Report): TreeLoadBalancer {
  const { arn, name, type, scheme, state } = loadBalancer;
  const fact = inventory.listeners[arn];
  const listeners = fact?.known ? fact.value.toSorted((a, b) => a.port - b.port) : [];
  return {
    arn,
    name,
    type,
    scheme,
    state,
    leading: report.loadBalancers.find((one) => one.arn === arn)?.diagnosis.leading?.code ?? null,
    unread: fact?.known ? null : ((fact && whyUnknown('listeners', fact)) ?? 'listeners were not asked for'),
    listeners: listeners.map((one) => treeListener(one, type, inventory, report)),
  };
}

function treeListener(
  { arn, protocol, port, defaultActions }: Listener,
  type: LoadBalancer['type'],
  inventory: Inventory,
  report: Report,
): TreeListener {
  const fact = inventory.rules[arn];
  const last = { priority: 'default', conditions: [], actions: defaultActions };
  const rules = fact?.known && fact.value.length > 0 ? fact.value.toSorted(byPriority) : [last];
  // Other load balancers than Application ones have no rule but the default one.
  const unread = type !== 'application' || fact?.known ? null : fact && whyUnknown('rules', fact);
  return {
    arn,
    protocol,
    port,
    unread: unread === undefined ? 'rules were not asked for' : unread,
    rules: rules.map((rule) => treeRule(rule, inventory, report)),
  };
}

function treeRule(
  { priority, conditions, actions }: Pick<Rule, 'priority' | 'conditions' | 'actions'>,
  inventory: Inventory,
  report: Report,
): TreeRule {
  return {
    priority,
    conditions,
    answers: actions.filter(({ type }) => type !== 'forward').map(({ type }) => type),
    groups: actions
      .flatMap((action) => (action.type === 'forward' ? action.targetGroups : []))
      .map((forwarded) => treeGroup(forwarded, inventory, report)),
  };
}
