import type { Endpoint, VantagePoint } from '../../model/endpoint.ts';
import type { Station } from '../../model/flow.ts';
import type { Inventory, LoadBalancer, TargetGroup } from '../../model/inventory.ts';
import type { ThroughLoadBalancer } from '../../model/way.ts';

/** What ways are judged on: the inventory, and what was cut from it. */
export type Ground = {
  readonly inventory: Inventory;
  readonly endpoints: readonly Endpoint[];
  /** The load balancers' own places. */
  readonly places: readonly VantagePoint[];
};

/** A connection that has come to a node of a load balancer, and who made it. */
export type Arrival = {
  readonly loadBalancer: LoadBalancer;
  /** The node that it came to, as the place that dials on. */
  readonly node: VantagePoint;
  readonly port: number;
  readonly client: Station;
};

/** A registered target, and whether its group has it see the client's own address. */
export type Registered = { readonly group: TargetGroup; readonly endpoint: Endpoint; readonly preserves: boolean };

/** Judges how the way goes on behind a node; handed down, since a target may be a load balancer itself. */
export type GoOn = (ground: Ground, arrival: Arrival) => ThroughLoadBalancer;
