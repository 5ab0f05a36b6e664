import type { Symptom } from '../model/diagnosis.ts';
import type { Reference, Served, TargetGroupEvidence } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Action, Inventory, Listener, TargetGroup, TargetHealth } from '../model/inventory.ts';

/** Brings together all that is known of a target group as such. `at` is ISO 8601. */
export function targetGroupEvidence(inventory: Inventory, targetGroup: TargetGroup, at: string): TargetGroupEvidence {
  const { arn, loadBalancerArns } = targetGroup;
  const targetHealth =
    inventory.targetHealth[arn] ?? unknown('not-asked', 'nobody asked for the health of its targets');
  const references = referencesOf(inventory, targetGroup);
  return {
    ...{ subject: 'target-group', at, targetGroup },
    loadBalancers: inventory.loadBalancers.filter((one) => loadBalancerArns.includes(one.arn)),
    symptoms: targetHealth.known ? symptomsOf(targetHealth.value) : [],
    facts: { targetHealth, references, served: servedBy(references, targetHealth) },
  };
}

/** Of a group that nothing forwards to it does not matter that nobody asked for its targets. */
function servedBy(references: Fact<readonly Reference[]>, health: Fact<readonly TargetHealth[]>): Fact<Served | null> {
  if (!references.known) return references;
  const by = references.value.filter(({ weight }) => weight > 0);
  if (by.length === 0) return known(null);
  return health.known ? known({ by, targetHealth: health.value }) : health;
}

/** A whole group that the load balancer calls unhealthy. */
function symptomsOf(health: readonly TargetHealth[]): readonly Symptom[] {
  const checked = health.filter(({ state }) => CHECKED.includes(state));
  if (checked.length === 0 || checked.some(({ state }) => state === 'healthy')) return [];
  return [{ purpose: 'traffic', outcome: 'unhealthy', witness: 'load-balancer' }];
}

/** States of targets that the load balancer has judged (Elastic Load Balancing, *Target health status*). */
const CHECKED = ['healthy', 'unhealthy', 'unhealthy.draining'];

/** Everything of its load balancers that forwards to it; unknown where the listeners or rules of one are. */
function referencesOf(inventory: Inventory, { arn, loadBalancerArns }: TargetGroup): Fact<readonly Reference[]> {
  const listeners = all(loadBalancerArns.map((owner) => inventory.listeners[owner]));
  if (!listeners.known) return listeners;
  const found = listeners.value.map((listener) => referencesIn(inventory, listener, arn));
  return all(found);
}

function referencesIn({ rules }: Inventory, listener: Listener, arn: string): Fact<readonly Reference[]> {
  const own = rules[listener.arn] ?? unknown('not-asked', 'nobody asked for its rules');
  const byDefault = weightsIn(listener.defaultActions, arn).map((weight) => ({ listener, rule: null, weight }));
  if (!own.known) return own;
  const byRule = own.value
    .filter(({ priority }) => priority !== 'default')
    .flatMap((rule) => weightsIn(rule.actions, arn).map((weight) => ({ listener, rule, weight })));
  return known([...byDefault, ...byRule]);
}

function weightsIn(actions: readonly Action[], arn: string): readonly number[] {
  return actions.flatMap(({ targetGroups }) =>
    targetGroups.filter((one) => one.arn === arn).map(({ weight }) => weight),
  );
}

function all<T>(facts: readonly (Fact<readonly T[]> | undefined)[]): Fact<readonly T[]> {
  const asked = facts.map((fact) => fact ?? unknown('not-asked', 'nobody asked for its listeners'));
  return asked.find((fact) => !fact.known) ?? known(asked.flatMap((fact) => (fact.known ? fact.value : [])));
}
