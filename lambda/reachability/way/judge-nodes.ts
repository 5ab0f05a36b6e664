import type { Inventory } from '../../model/inventory.ts';
import type { TargetWay } from '../../model/way.ts';
import { blockersBehind } from './blockers-behind.ts';
import type { Arrival, GoOn, Ground, Registered } from './ground.ts';
import { judgeTarget } from './judge-target.ts';
import { type NodeAt, nodeAt } from './node-at.ts';
import { worstOf } from './worst-of.ts';

/**
 * Judges the way to a registered Application Load Balancer: one for each of its nodes, and on through its listener on
 * the group's port, which it must have (AWS, *Use Application Load Balancers as targets of a Network Load Balancer*).
 */
export function judgeNodes(ground: Ground, arrival: Arrival, registered: Registered, goOn: GoOn): readonly TargetWay[] {
  const { endpoint } = registered;
  const nodes = nodesOf(ground.inventory, endpoint.target.id);
  if (nodes.length === 0) {
    const addressUnknown = `the nodes of ${endpoint.target.id} are not in the inventory`;
    return [judgeTarget(ground, arrival, { ...registered, endpoint: { ...endpoint, address: null, addressUnknown } })];
  }
  return nodes.map(({ loadBalancer, place }) => {
    // Such target groups are always IPv4.
    const address = place.addresses.find((each) => !each.includes(':')) ?? null;
    const reached = judgeTarget(ground, arrival, { ...registered, endpoint: { ...endpoint, address } });
    const through = goOn(ground, { loadBalancer, node: place, port: endpoint.port, client: arrival.client });
    return {
      ...reached,
      target: { ...reached.target, name: place.id },
      verdict: worstOf([reached.verdict, through.verdict]),
      blockers: [...reached.blockers, ...blockersBehind(through)],
      through,
    };
  });
}

type Node = NodeAt & { readonly loadBalancer: NonNullable<NodeAt['loadBalancer']> };

function nodesOf(inventory: Inventory, arn: string): readonly Node[] {
  const { networkInterfaces } = inventory;
  if (!networkInterfaces.known) return [];
  return networkInterfaces.value.flatMap((one) => {
    const node = nodeAt(inventory, one);
    const loadBalancer = node?.loadBalancer ?? null;
    return node === null || loadBalancer?.arn !== arn ? [] : [{ ...node, loadBalancer }];
  });
}
