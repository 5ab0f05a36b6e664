import type { Fact } from '../model/fact.ts';
import type { Inventory, Listener, LoadBalancer, Rule, TargetGroup, TargetHealth } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { joinFacts } from './join-facts.ts';
import { knownValues } from './known-values.ts';
import { listeners } from './listeners.ts';
import { loadBalancerAttributes } from './load-balancer-attributes.ts';
import { mapBounded } from './map-bounded.ts';
import { mapFact } from './map-fact.ts';
import { readAttributes } from './read-attributes.ts';
import { readPages } from './read-pages.ts';
import { rules } from './rules.ts';
import { targetGroupAttributes } from './target-group-attributes.ts';
import { targetGroups } from './target-groups.ts';
import { targetHealth } from './target-health.ts';

/**
 * All Elastic Load Balancing calls of an account share 40 tokens, and ten more come in a second (Elastic Load Balancing
 * user guide, *API throttling*): more calls in flight would only be throttled sooner.
 */
const IN_FLIGHT = 4;

type Described<T> = Omit<T, 'attributes'>;
type Entry<T> = readonly [string, Fact<readonly T[]>];

/**
 * What Elastic Load Balancing knows of these load balancers: attributes, listeners, rules, target groups and target health.
 * A call that fails leaves an unknown fact in its place. A Gateway Load Balancer has no entry among the listeners.
 */
export async function readLoadBalancing(
  clients: AwsClients,
  found: readonly Described<LoadBalancer>[],
): Promise<Pick<Inventory, 'loadBalancers' | 'listeners' | 'rules' | 'targetGroups' | 'targetHealth'>> {
  const surveys = await mapBounded(IN_FLIGHT, found, (one) => survey(clients, one));
  const listenersOf = surveys.flatMap((one) => one.listeners);
  const all = knownValues(listenersOf.map(([, fact]) => fact));
  const rulesOf = await mapBounded(IN_FLIGHT, all, (one) => readRules(clients, one.arn));
  const groups = mapFact(joinFacts(surveys.map((one) => one.targetGroups)), distinct);
  const inspections = await mapBounded(IN_FLIGHT, knownValues([groups]), (one) => inspect(clients, one));
  return {
    loadBalancers: surveys.map((one) => one.loadBalancer),
    listeners: Object.fromEntries(listenersOf),
    rules: Object.fromEntries(rulesOf),
    targetGroups: mapFact(groups, () => inspections.map((one) => one.targetGroup)),
    targetHealth: Object.fromEntries(inspections.map((one) => one.health)),
  };
}

/** One load balancer, and what is asked for by its ARN. */
async function survey(clients: AwsClients, found: Described<LoadBalancer>) {
  const { arn } = found;
  const itsListeners: Entry<Listener>[] =
    found.type === 'gateway' ? [] : [[arn, await readPages(listeners, clients, [arn])]];
  const itsGroups = await readPages(targetGroups, clients, [arn]);
  const attributes = await readAttributes(loadBalancerAttributes, clients, arn);
  return { loadBalancer: { ...found, attributes }, listeners: itsListeners, targetGroups: itsGroups };
}

async function readRules(clients: AwsClients, listenerArn: string): Promise<Entry<Rule>> {
  const fact = await readPages(rules, clients, [listenerArn]);
  return [listenerArn, mapFact(fact, (itsRules) => itsRules.map((rule) => ({ ...rule, listenerArn })))];
}

/** One target group, with its attributes and the health of its targets. */
async function inspect(clients: AwsClients, described: Described<TargetGroup>) {
  const attributes = await readAttributes(targetGroupAttributes, clients, described.arn);
  const health: Entry<TargetHealth> = [described.arn, await readPages(targetHealth, clients, [described.arn])];
  return { targetGroup: { ...described, attributes }, health };
}

/** A group that several load balancers name comes once with each. */
function distinct<T extends { readonly arn: string }>(groups: readonly T[]): readonly T[] {
  return [...new Map(groups.map((group) => [group.arn, group])).values()];
}
