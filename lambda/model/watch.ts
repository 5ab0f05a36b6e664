import type { Fact } from './fact.ts';

/**
 * A path that is watched without a load balancer, as of an application to its database: who calls (the subnets that it
 * stands in and the groups that it wears), and whom. `host` is a literal address, the id of an instance or of a network
 * interface, or a DNS name.
 */
export type Watch = {
  /** Unique in a deployment, and no load balancer's. It stands where else the name of a load balancer does. */
  readonly name: string;
  readonly from: {
    readonly vpcId: string;
    readonly subnets: readonly string[];
    readonly securityGroups: readonly string[];
  };
  readonly to: { readonly host: string; readonly port: number };
};

/** A watch as an inventory holds it. `resolved`: the addresses behind a DNS name; null where `host` is none. */
export type WatchedPath = Watch & { readonly resolved: Fact<readonly string[]> | null };

/** What the ids of a watched path's endpoints begin with (`Endpoint.id`). */
export function watchPrefix(name: string): string {
  return `watch/${name}/`;
}
