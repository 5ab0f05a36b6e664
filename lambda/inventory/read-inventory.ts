import { type Unknown, unknown } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import { unreadInventory } from '../model/unread-inventory.ts';
import type { Watch, WatchedPath } from '../model/watch.ts';
import type { AwsClients } from './aws-clients.ts';
import { findLoadBalancers, type Missing } from './find-load-balancers.ts';
import { knownValues } from './known-values.ts';
import type { LoadBalancing } from './load-balancing.ts';
import { readLoadBalancing } from './read-load-balancing.ts';
import { readNetwork } from './read-network.ts';
import { readPages } from './read-pages.ts';
import { resolveWatches } from './resolve-watches.ts';
import type { Surroundings } from './surroundings.ts';
import { vpcs } from './vpcs.ts';

/**
 * What to read: load balancers by name or ARN (all, without any; `none`); paths that are watched without one; VPCs to be read
 * whole beside theirs; the time.
 */
type What = {
  readonly names: readonly string[] | 'none';
  readonly watches?: readonly Watch[] | undefined;
  readonly vpcIds?: readonly string[] | 'all';
  /** What is to be done about a name that nobody has; `refuse` by default. */
  readonly missing?: Missing;
  /** Adds to what was read of load balancing, before the rest is asked for. */
  readonly extend?: (read: LoadBalancing) => Promise<LoadBalancing>;
  readonly now: () => Date;
};

/**
 * Reads the load balancers with these names or ARNs and what their ways to what they forward to need. With `vpcIds` their
 * VPCs and these (`all`: every one) are read whole, so that any flow within them can be judged. `now` gives the time of
 * reading; calls are counted in `clients.calls`. What cannot be read is an unknown fact, except what nothing can go on
 * without: that throws `CannotCheck`.
 */
export async function readInventory(
  clients: AwsClients,
  { names, watches = [], vpcIds, missing, extend, now }: What,
): Promise<Inventory> {
  const readAt = now().toISOString();
  const [found, resolved] = await Promise.all([
    names === 'none' ? [] : findLoadBalancers(clients, names, missing),
    resolveWatches(watches),
  ]);
  const listed = await readLoadBalancing(clients, found, names !== 'none' && names.length === 0 ? 'all' : 'theirs');
  const balancing = extend === undefined ? listed : await extend(listed);
  const watched = resolved.length === 0 ? {} : { watches: resolved };
  const unread = { ...unreadInventory(readAt), ...balancing, ...watched };
  const surroundings = {
    vpcs: null,
    vpcIds: [
      ...new Set([
        ...vpcIdsOf(balancing),
        ...watches.map(({ from }) => from.vpcId),
        ...(vpcIds === 'all' ? [] : (vpcIds ?? [])),
      ]),
    ],
    whole: vpcIds !== undefined,
    callers: [...found, ...watches.map(callerOf)],
    targetIds: [...targetIdsOf(balancing), ...resolved.flatMap(watchedIds)],
  };
  if (vpcIds === 'all') return readEverything(clients, unread, surroundings);
  const network = await readNetwork(clients, surroundings);
  if (surroundings.whole || balancing.targetGroups.known) return { ...unread, ...network };
  const instances = registeredUnknown(balancing.targetGroups.reason);
  return { ...unread, ...network, instances, instanceStatuses: instances };
}

/** Without the list of VPCs nobody knows what to ask for, and whatever else was read would be short. */
async function readEverything(clients: AwsClients, unread: Inventory, surroundings: Surroundings): Promise<Inventory> {
  const all = await readPages(vpcs, clients, 'all');
  if (!all.known) return { ...unread, vpcs: all };
  const vpcIds = all.value.map((one) => one.id);
  return { ...unread, ...(await readNetwork(clients, { ...surroundings, vpcIds, vpcs: all.value })) };
}

/** Without the target groups nobody knows which instances to ask for, and an empty list would say that there are none. */
function registeredUnknown(reason: string): Unknown {
  return unknown('not-asked', `which instances are registered is not known: ${reason}`);
}

/** Who calls a watched host is read as a load balancer is; it has no nodes that are known by their description. */
function callerOf({ from: { subnets, securityGroups } }: Watch): Surroundings['callers'][number] {
  const zones = subnets.map((subnetId) => ({ zone: '', subnetId }));
  return { arn: null, scheme: 'internal', securityGroups, zones };
}

function watchedIds({ to: { host }, resolved }: WatchedPath): readonly string[] {
  return resolved?.known ? resolved.value : [host];
}

function vpcIdsOf({ loadBalancers, targetGroups }: Pick<Inventory, 'loadBalancers' | 'targetGroups'>): string[] {
  const used = knownValues([targetGroups]).filter(({ loadBalancerArns }) => loadBalancerArns.length > 0);
  const ofGroups = used.flatMap((group) => group.vpcId ?? []);
  return [...loadBalancers.map((one) => one.vpcId), ...ofGroups];
}

function targetIdsOf({ targetHealth }: Pick<Inventory, 'targetHealth'>): string[] {
  return knownValues(Object.values(targetHealth)).map(({ target }) => target.id);
}
