import { CannotCheck } from '../inventory/cannot-check.ts';
import { nearest } from '../inventory/nearest.ts';
import type { Inventory, TargetGroup } from '../model/inventory.ts';

/**
 * An inventory of the load balancers with these names or ARNs and the watched paths with these names only (all, without any), and
 * of what load balancers forward to. Target
 * groups that no load balancer uses stay with the whole. The network stays whole. Throws `CannotCheck` for a name that is not there.
 */
export function onlyNamed(inventory: Inventory, names: readonly string[]): Inventory {
  const { loadBalancers, watches, targetGroups, targetHealth } = inventory;
  const isHeld = (name: string) =>
    loadBalancers.some((one) => one.name === name || one.arn === name) || watches?.some((one) => one.name === name);
  const strangers = names.filter((name) => !isHeld(name));
  if (strangers.length > 0) throw new CannotCheck(strangers.map((name) => stranger(name, inventory)).join('\n'));
  const kept =
    names.length === 0
      ? loadBalancers
      : loadBalancers.filter(({ name, arn }) => names.includes(name) || names.includes(arn));
  const arns = new Set(kept.map(({ arn }) => arn));
  const isKept = ({ loadBalancerArns }: TargetGroup) =>
    loadBalancerArns.some((owner) => arns.has(owner)) || (names.length === 0 && loadBalancerArns.length === 0);
  const groups = targetGroups.known ? targetGroups.value.filter(isKept) : [];
  const listeners = pick(inventory.listeners, arns);
  const listenerArns = Object.values(listeners).flatMap((fact) => (fact.known ? fact.value.map(({ arn }) => arn) : []));
  return {
    ...inventory,
    loadBalancers: kept,
    ...(watches === undefined || names.length === 0
      ? {}
      : { watches: watches.filter(({ name }) => names.includes(name)) }),
    targetGroups: targetGroups.known ? { ...targetGroups, value: groups } : targetGroups,
    listeners,
    rules: pick(inventory.rules, new Set(listenerArns)),
    targetHealth: pick(targetHealth, new Set(groups.map(({ arn }) => arn))),
  };
}

function pick<T>(all: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)));
}

function stranger(name: string, { loadBalancers }: Inventory): string {
  const known = loadBalancers.map((one) => (name.startsWith('arn:') ? one.arn : one.name));
  const most = nearest(name, known).join(', ');
  return `There is no load balancer "${name}" in the inventory${known.length === 0 ? ', nor any other' : `; there are: ${most}`}.`;
}
