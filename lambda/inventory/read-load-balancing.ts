import { type Fact, unknown } from '../model/fact.ts';
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

/** Whose target groups are read: those of the load balancers given, asked for one by one, or all there are, in one list. */
export type WhichGroups = 'theirs' | 'all';

/**
 * What Elastic Load Balancing knows of these load balancers: attributes, listeners, rules, target groups and target health.
 * A call that fails leaves an unknown fact in its place. A Gateway Load Balancer has no entry among the listeners. Of groups
 * that no load balancer uses neither attributes nor health are asked for: all of their targets are `unused`.
 */
export async function readLoadBalancing(
  clients: AwsClients,
  found: readonly Described<LoadBalancer>[],
  which: WhichGroups,
): Promise<Pick<Inventory, 'loadBalancers' | 'listeners' | 'rules' | 'targetGroups' | 'targetHealth'>> {
  const surveys = await mapBounded(IN_FLIGHT, found, (one) => survey(clients, one));
  const listenersOf = surveys.flatMap((one) => one.listeners);
  const all = knownValues(listenersOf.map(([, fact]) => fact));
  const rulesOf = await mapBounded(IN_FLIGHT, all, (one) => readRules(clients, one.arn));
  const groups = await readGroups(clients, found, which);
  const inspections = await mapBounded(IN_FLIGHT, knownValues([groups]), (one) => inspect(clients, one));
  return {
    loadBalancers: surveys.map((one) => one.loadBalancer),
    listeners: Object.fromEntries(listenersOf),
    rules: Object.fromEntries(rulesOf),
    targetGroups: mapFact(groups, () => inspections.map((one) => one.targetGroup)),
    targetHealth: Object.fromEntries(inspections.flatMap((one) => one.health)),
  };
}

/** One load balancer, and what is asked for by its ARN. */
async function survey(clients: AwsClients, found: Described<LoadBalancer>) {
  const { arn } = found;
  const itsListeners: Entry<Listener>[] =
    found.type === 'gateway' ? [] : [[arn, await readPages(listeners, clients, [arn])]];
  const attributes = await readAttributes(loadBalancerAttributes, clients, arn);
  return { loadBalancer: { ...found, attributes }, listeners: itsListeners };
}

async function readGroups(
  clients: AwsClients,
  found: readonly Described<LoadBalancer>[],
  which: WhichGroups,
): Promise<Fact<readonly Described<TargetGroup>[]>> {
  if (which === 'all' && found.length > 0) return readPages(targetGroups, clients, 'all');
  const each = await mapBounded(IN_FLIGHT, found, ({ arn }) => readPages(targetGroups, clients, [arn]));
  return mapFact(joinFacts(each), distinct);
}

async function readRules(clients: AwsClients, listenerArn: string): Promise<Entry<Rule>> {
  const fact = await readPages(rules, clients, [listenerArn]);
  return [listenerArn, mapFact(fact, (itsRules) => itsRules.map((rule) => ({ ...rule, listenerArn })))];
}

/** One target group, with its attributes and the health of its targets. */
async function inspect(clients: AwsClients, described: Described<TargetGroup>): Promise<Inspection> {
  if (described.loadBalancerArns.length === 0) return { targetGroup: { ...described, attributes: UNUSED }, health: [] };
  const attributes = await readAttributes(targetGroupAttributes, clients, described.arn);
  const health: Entry<TargetHealth> = [described.arn, await readPages(targetHealth, clients, [described.arn])];
  return { targetGroup: { ...described, attributes }, health: [health] };
}

type Inspection = { readonly targetGroup: TargetGroup; readonly health: readonly Entry<TargetHealth>[] };

const UNUSED = unknown('not-asked', 'no load balancer uses the target group');

/** A group that several load balancers name comes once with each. */
function distinct<T extends { readonly arn: string }>(groups: readonly T[]): readonly T[] {
  return [...new Map(groups.map((group) => [group.arn, group])).values()];
}
