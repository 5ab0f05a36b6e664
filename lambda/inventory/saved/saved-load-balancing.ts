import type { Fact } from '../../model/fact.ts';
import type { Inventory, Listener, LoadBalancer, Rule, TargetGroup, TargetHealth } from '../../model/inventory.ts';
import { CannotCheck } from '../cannot-check.ts';
import { knownValues } from '../known-values.ts';
import { listeners } from '../listeners.ts';
import { loadBalancerAttributes } from '../load-balancer-attributes.ts';
import { loadBalancers } from '../load-balancers.ts';
import { mapFact } from '../map-fact.ts';
import { rules } from '../rules.ts';
import { targetGroupAttributes } from '../target-group-attributes.ts';
import { targetGroups } from '../target-groups.ts';
import { targetHealth } from '../target-health.ts';
import { loadBalancingSchemas as schemas } from './load-balancing-schemas.ts';
import { savedAttributes } from './saved-attributes.ts';
import type { SavedFacts } from './saved-facts.ts';

const byArn = ({ arn }: { readonly arn: string }) => arn;
const LOAD_BALANCERS = { noun: loadBalancers.noun, schema: schemas.loadBalancer.omit({ attributes: true }), id: byArn };
const TARGET_GROUPS = { noun: targetGroups.noun, schema: schemas.targetGroup.omit({ attributes: true }), id: byArn };
const LISTENERS = { noun: listeners.noun, schema: schemas.listener, id: byArn };
const RULES = { noun: rules.noun, schema: schemas.rule.omit({ listenerArn: true }), id: byArn };
const HEALTH = {
  noun: targetHealth.noun,
  schema: schemas.targetHealth,
  id: ({ target }: TargetHealth) => [target.id, target.port ?? '', target.zone ?? ''].join(' ').trim(),
};

/**
 * What saved answers tell of load balancers. Each load balancer but a Gateway one has an entry among the listeners, each
 * listener among the rules and each target group in the target health: an unknown one where no file tells. Throws `CannotCheck`.
 */
export function savedLoadBalancing(
  facts: SavedFacts,
): Pick<Inventory, 'loadBalancers' | 'targetGroups' | 'listeners' | 'rules' | 'targetHealth'> {
  const balancers = loadBalancersOf(facts);
  const dialled = balancers.filter(({ type }) => type !== 'gateway');
  const listenersOf = entries(dialled, ({ arn }) => facts.of('LoadBalancerListeners', arn, LISTENERS));
  const itsListeners: readonly Listener[] = knownValues(Object.values(listenersOf));
  const groups = targetGroupsOf(facts);
  return {
    loadBalancers: balancers,
    targetGroups: groups,
    listeners: listenersOf,
    rules: entries(itsListeners, ({ arn }) => rulesOf(facts, arn)),
    targetHealth: entries(knownValues([groups]), ({ arn }) => facts.of('LoadBalancerTargetHealth', arn, HEALTH)),
  };
}

/** None where no file holds them: a folder may be saved for its network alone. */
function loadBalancersOf(facts: SavedFacts): readonly LoadBalancer[] {
  const all = facts.all('LoadBalancers', LOAD_BALANCERS);
  if (!all.known && facts.answers('LoadBalancers').length > 0) throw new CannotCheck(`${all.reason}.`);
  return knownValues([all]).map((one) => ({
    ...one,
    attributes: savedAttributes(facts, 'LoadBalancerAttributes', one.arn, loadBalancerAttributes),
  }));
}

function targetGroupsOf(facts: SavedFacts): Fact<readonly TargetGroup[]> {
  return mapFact(facts.all('TargetGroups', TARGET_GROUPS), (all) =>
    all.map((one) => ({
      ...one,
      attributes: savedAttributes(facts, 'TargetGroupAttributes', one.arn, targetGroupAttributes),
    })),
  );
}

function rulesOf(facts: SavedFacts, listenerArn: string): Fact<readonly Rule[]> {
  return mapFact(facts.of('ListenerRules', listenerArn, RULES), (all) => all.map((rule) => ({ ...rule, listenerArn })));
}

function entries<Owner extends { readonly arn: string }, T>(
  owners: readonly Owner[],
  factOf: (owner: Owner) => Fact<T>,
): Readonly<Record<string, Fact<T>>> {
  return Object.fromEntries(owners.map((owner) => [owner.arn, factOf(owner)]));
}
