import { unknown } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import { unreadInventory } from '../model/unread-inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { findLoadBalancers } from './find-load-balancers.ts';
import { knownValues } from './known-values.ts';
import { readLoadBalancing } from './read-load-balancing.ts';
import { readNetwork } from './read-network.ts';

/**
 * Reads the load balancers with these names or ARNs (all, without any) and everything around them: what they forward to, the
 * VPCs of both, and the registered instances. `now` gives the time of reading; calls are counted in `clients.calls`.
 * What cannot be read is an unknown fact, except what nothing can go on without: that throws `CannotCheck`.
 */
export async function readInventory(
  clients: AwsClients,
  { names, now }: { readonly names: readonly string[]; readonly now: () => Date },
): Promise<Inventory> {
  const readAt = now().toISOString();
  const found = await findLoadBalancers(clients, names);
  const balancing = await readLoadBalancing(clients, found);
  const network = await readNetwork(clients, {
    vpcIds: vpcIdsOf(balancing),
    targetIds: targetIdsOf(balancing),
    securityGroupIds: found.flatMap((one) => one.securityGroups),
  });
  return { ...unreadInventory(readAt), ...balancing, ...network, instances: instancesOf(balancing, network) };
}

/** Without the target groups nobody knows which instances to ask for, and an empty list would say that there are none. */
function instancesOf(
  { targetGroups }: Pick<Inventory, 'targetGroups'>,
  { instances }: Pick<Inventory, 'instances'>,
): Inventory['instances'] {
  if (targetGroups.known) return instances;
  return unknown('not-asked', `which instances are registered is not known: ${targetGroups.reason}`);
}

function vpcIdsOf({ loadBalancers, targetGroups }: Pick<Inventory, 'loadBalancers' | 'targetGroups'>): string[] {
  const ofGroups = knownValues([targetGroups]).flatMap((group) => group.vpcId ?? []);
  return [...loadBalancers.map((one) => one.vpcId), ...ofGroups];
}

function targetIdsOf({ targetHealth }: Pick<Inventory, 'targetHealth'>): string[] {
  return knownValues(Object.values(targetHealth)).map(({ target }) => target.id);
}
