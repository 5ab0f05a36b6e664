import type { Inventory, LoadBalancer } from '../model/inventory.ts';
import type { WatchedPath } from '../model/watch.ts';
import { isHeld } from './is-held.ts';
import type { ChangeTrigger, DeployTrigger } from './monitor-trigger.ts';
import { type Footing, resourcesOf } from './resources-of.ts';

/**
 * Whom a trigger concerns, as ARNs of load balancers and names of watched paths in the inventory's order, and why, as a clause.
 * Empty: nobody, and nothing need be asked.
 * `named`: those of them of which it names something that they rest on; the others are only those that it may concern.
 */
export type Concerned = {
  readonly loadBalancers: readonly string[];
  readonly why: string;
  readonly named: readonly string[];
};

type Placed = { readonly key: string; readonly footing: Footing };

/**
 * Which of the inventory's load balancers (those that are watched) and watched paths a trigger concerns, by the inventory alone: no call of
 * AWS is needed to find that it concerns none. What an event names is looked for among all that a load balancer rests on
 * (`resourcesOf`). Where that decides nothing:
 *
 * - A launched instance is in no inventory yet: it concerns those that have a footing in its subnet.
 * - CodeDeploy deployments, ECS services, CloudFormation stacks and pipelines name nothing that an inventory holds: their
 *   end may concern all. Each instance and registration has events of its own meanwhile.
 * - An association (`aclassoc-…`, `rtbassoc-…`) names a subnet in a way that no inventory holds, and a call may name
 *   nothing at all: these concern all. What else an association's call names is looked for all the same.
 * - While something was not read, no load balancer can be said to be unconcerned.
 */
export function concernedLoadBalancers(trigger: DeployTrigger | ChangeTrigger, inventory: Inventory): Concerned {
  const placed = ownersOf(inventory).map((owner) => ({ key: keyOf(owner), footing: resourcesOf(owner, inventory) }));
  const exact = restingOn(trigger.resources, placed);
  const vague = whyAll(trigger);
  if (vague !== null) return { loadBalancers: placed.map(({ key }) => key), why: vague, named: exact?.named ?? [] };
  if (exact !== null) return exact;
  const near = trigger.kind === 'deploy' ? restingOn(trigger.near, placed) : null;
  if (near !== null) return { ...near, named: [] };
  const why = `no load balancer rests on ${list(trigger.resources)}`;
  return unseen(placed) ?? { loadBalancers: [], why, named: [] };
}

type Owner = LoadBalancer | WatchedPath;

function ownersOf({ loadBalancers, watches = [] }: Inventory): readonly Owner[] {
  return [...loadBalancers, ...watches];
}

function keyOf(owner: Owner): string {
  return 'arn' in owner ? owner.arn : owner.name;
}

/** Why it may concern any of them; null where what it names can be looked for. */
function whyAll(trigger: DeployTrigger | ChangeTrigger): string | null {
  const { resources } = trigger;
  if (trigger.kind === 'deploy') {
    return resources.some(isHeld) ? null : `${trigger.source} does not say what it deployed to`;
  }
  if (resources.length === 0) return `${trigger.event} names no resource`;
  const association = resources.find((id) => /^(aclassoc|rtbassoc|eni-attach)-/.test(id));
  return association === undefined
    ? null
    : `${association} names a subnet or interface that the inventory does not tell`;
}

function restingOn(resources: readonly string[], placed: readonly Placed[]): Concerned | null {
  const keys = resources.flatMap((id) => [id, ...loadBalancerIn(id)]);
  const direct = placed.filter(({ footing }) => keys.some((key) => footing.ids.has(key)));
  if (direct.length === 0) return null;
  // One that is registered as another's target carries that one's traffic too.
  const hit = direct.map(({ key }) => key);
  const all = placed.filter(({ key, footing }) => hit.includes(key) || hit.some((one) => footing.ids.has(one)));
  const met = resources.filter((id) =>
    placed.some(({ footing }) => [id, ...loadBalancerIn(id)].some((key) => footing.ids.has(key))),
  );
  const loadBalancers = all.map(({ key }) => key);
  return { loadBalancers, why: `they rest on ${list(met)}`, named: loadBalancers };
}

/** The ARN of a listener or rule holds that of its load balancer, so that one that was made a moment ago is placed too. */
function loadBalancerIn(arn: string): readonly string[] {
  const found = /^(arn:.+:)listener(?:-rule)?\/((?:app|net|gwy)\/[^/]+\/[^/]+)/.exec(arn);
  return found === null ? [] : [`${found[1]}loadbalancer/${found[2]}`];
}

/** Load balancers of which not all was read; null where it does not matter, or there are none. */
function unseen(placed: readonly Placed[]): Concerned | null {
  const unclear = placed.filter(({ footing }) => footing.unread.length > 0);
  if (unclear.length === 0) return null;
  const kinds = list([...new Set(unclear.flatMap(({ footing }) => footing.unread))]);
  return { loadBalancers: unclear.map(({ key }) => key), why: `${kinds} were not read`, named: [] };
}

function list(ids: readonly string[]): string {
  const more = ids.length - 4;
  return `${ids.slice(0, 4).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
