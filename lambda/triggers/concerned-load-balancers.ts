import { parseAddress } from '../model/address.ts';
import type { Inventory, LoadBalancer } from '../model/inventory.ts';
import type { WatchedPath } from '../model/watch.ts';
import type { ChangeTrigger, DeployTrigger } from './monitor-trigger.ts';
import { type Footing, resourcesOf } from './resources-of.ts';

/** Whom a trigger concerns, as ARNs of load balancers and names of watched paths in the inventory's order, and why, as a clause. Empty: nobody, and nothing need be asked. */
export type Concerned = { readonly loadBalancers: readonly string[]; readonly why: string };

type Placed = { readonly key: string; readonly footing: Footing };

/**
 * Which of the inventory's load balancers (those that are watched) and watched paths a trigger concerns, by the inventory alone: no call of
 * AWS is needed to find that it concerns none. What an event names is looked for among all that a load balancer rests on
 * (`resourcesOf`). Where that decides nothing:
 *
 * - A launched instance is in no inventory yet: it concerns those that have a footing in its subnet.
 * - CodeDeploy deployments, ECS services, CloudFormation stacks and pipelines name nothing that an inventory holds: their
 *   end concerns all, their begin and steps none. Each instance and registration has events of its own meanwhile.
 * - An association (`aclassoc-…`, `rtbassoc-…`) names a subnet in a way that no inventory holds, and a call may name
 *   nothing at all: these concern all.
 * - While something was not read, no load balancer can be said to be unconcerned.
 */
export function concernedLoadBalancers(trigger: DeployTrigger | ChangeTrigger, inventory: Inventory): Concerned {
  const vague = whyAll(trigger);
  if (vague !== null) return { loadBalancers: ownersOf(inventory).map(keyOf), why: vague };
  const placed = ownersOf(inventory).map((owner) => ({ key: keyOf(owner), footing: resourcesOf(owner, inventory) }));
  const exact = restingOn(trigger.resources, placed);
  if (exact !== null) return exact;
  const near = trigger.kind === 'deploy' ? restingOn(trigger.near, placed) : null;
  if (near !== null) return near;
  return unseen(trigger, placed) ?? { loadBalancers: [], why: `no load balancer rests on ${list(trigger.resources)}` };
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
    const vague = trigger.phase === 'ended' && !resources.some(isHeld);
    return vague ? `${trigger.source} does not say what it deployed to` : null;
  }
  if (resources.length === 0) return `${trigger.event} names no resource`;
  const association = resources.find((id) => /^(aclassoc|rtbassoc|eni-attach)-/.test(id));
  return association === undefined
    ? null
    : `${association} names a subnet or interface that the inventory does not tell`;
}

/** Whether an inventory holds such things at all. */
function isHeld(id: string): boolean {
  return id.startsWith('i-') || id.includes(':elasticloadbalancing:') || parseAddress(id) !== null;
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
  return { loadBalancers: all.map(({ key }) => key), why: `they rest on ${list(met)}` };
}

/** The ARN of a listener or rule holds that of its load balancer, so that one that was made a moment ago is placed too. */
function loadBalancerIn(arn: string): readonly string[] {
  const found = /^(arn:.+:)listener(?:-rule)?\/((?:app|net|gwy)\/[^/]+\/[^/]+)/.exec(arn);
  return found === null ? [] : [`${found[1]}loadbalancer/${found[2]}`];
}

/** Load balancers of which not all was read; null where it does not matter, or there are none. */
function unseen(trigger: DeployTrigger | ChangeTrigger, placed: readonly Placed[]): Concerned | null {
  // A deploy that names nothing we could know, and is not at its end, concerns nobody however much was read.
  if (trigger.kind === 'deploy' && !trigger.resources.some(isHeld)) return null;
  const unclear = placed.filter(({ footing }) => footing.unread.length > 0);
  if (unclear.length === 0) return null;
  const kinds = list([...new Set(unclear.flatMap(({ footing }) => footing.unread))]);
  return { loadBalancers: unclear.map(({ key }) => key), why: `${kinds} were not read` };
}

function list(ids: readonly string[]): string {
  const more = ids.length - 4;
  return `${ids.slice(0, 4).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
