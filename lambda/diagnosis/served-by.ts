import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { Behind, Caller } from '../model/evidence.ts';
import type { Inventory, LoadBalancer, TargetGroup } from '../model/inventory.ts';
import { oncePer } from '../reachability/once-per.ts';
import { callerOfWatch } from './caller-of-watch.ts';

/** Who dials an endpoint, and what it stands behind: a load balancer and a target group, or neither. */
export type ServedBy =
  | ({ readonly caller: Caller } & Behind)
  | { readonly caller: Caller; readonly loadBalancer: null; readonly targetGroup: null };

/** Null where the inventory holds no such load balancer or target group, or no such watch. `places` are those that dial it. */
export function servedBy(inventory: Inventory, endpoint: Endpoint, places: readonly VantagePoint[]): ServedBy | null {
  if (endpoint.watch !== null) {
    const watch = inventory.watches?.find(({ name }) => name === endpoint.watch);
    return watch === undefined ? null : { caller: callerOfWatch(watch, places), loadBalancer: null, targetGroup: null };
  }
  const loadBalancer = loadBalancersByArn(inventory.loadBalancers).get(endpoint.loadBalancer);
  const groups = inventory.targetGroups.known ? inventory.targetGroups.value : [];
  const targetGroup = targetGroupsByArn(groups).get(endpoint.targetGroup);
  if (loadBalancer === undefined || targetGroup === undefined) return null;
  return { caller: loadBalancer, loadBalancer, targetGroup };
}

const loadBalancersByArn = oncePer(
  (all: readonly LoadBalancer[]) => new Map<string | null, LoadBalancer>(all.map((one) => [one.arn, one])),
);
const targetGroupsByArn = oncePer(
  (all: readonly TargetGroup[]) => new Map<string | null, TargetGroup>(all.map((one) => [one.arn, one])),
);
