import { byPriority } from '../../model/by-priority.ts';
import type { Inventory, Listener, LoadBalancer, Rule } from '../../model/inventory.ts';

/**
 * The rules of a listener in their order, the default one last. Only an Application Load Balancer has others; where they
 * could not be read the default action stands for all, which is said.
 */
export function rulesOf(
  { rules }: Inventory,
  { type, name }: LoadBalancer,
  { arn, protocol, port, defaultActions }: Listener,
): { readonly rules: readonly Rule[]; readonly assumption: string | null } {
  const fact = rules[arn];
  if (fact?.known && fact.value.length > 0) return { rules: fact.value.toSorted(byPriority), assumption: null };
  const last: Rule = { arn, listenerArn: arn, priority: 'default', conditions: [], actions: defaultActions };
  const assumption = `Listener ${protocol}:${port} of ${name} has no rule but the default action: its rules are not known.`;
  return { rules: [last], assumption: type === 'application' && !fact?.known ? assumption : null };
}
