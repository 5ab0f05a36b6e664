import type { Decision } from '../../model/flow.ts';
import type { State } from '../page/state-of.ts';

/**
 * A registered target. `health` is the load balancer's word; `path` what configuration says of the way to it, from the
 * worst zone; `outcome` what both come to, and `leading` the code of the finding that explains it. Null: not known.
 */
export type TreeTarget = {
  readonly id: string;
  readonly port: number | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly health: { readonly state: string; readonly reason: string | null };
  readonly path: Decision | null;
  readonly outcome: State | null;
  readonly leading: string | null;
};

/** A target group that a rule forwards to. `unread` says why its targets are not known. */
export type TreeGroup = {
  readonly arn: string;
  readonly name: string;
  readonly weight: number;
  readonly targetType: string | null;
  readonly healthy: number;
  readonly registered: number;
  /** The code of what leads of the group as such; null where nothing does. */
  readonly leading: string | null;
  readonly unread: string | null;
  readonly targets: readonly TreeTarget[];
};

/** A rule, with its forwards; `answers` are its other actions (`redirect`, `fixed-response`, `authenticate-oidc`, …). */
export type TreeRule = {
  readonly priority: string;
  readonly conditions: readonly string[];
  readonly answers: readonly string[];
  readonly groups: readonly TreeGroup[];
};

/** A listener; `unread` says why only its default action is known. */
export type TreeListener = {
  readonly arn: string;
  readonly protocol: string;
  readonly port: number;
  readonly unread: string | null;
  readonly rules: readonly TreeRule[];
};

/** A load balancer; `unread` says why its listeners are not known. */
export type TreeLoadBalancer = {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly scheme: string;
  readonly state: string;
  /** The code of what leads of the load balancer as such; null where nothing does. */
  readonly leading: string | null;
  readonly unread: string | null;
  readonly listeners: readonly TreeListener[];
};

/** One address of a watched host, null where it is not known; `path`, `outcome` and `leading` as of a target. */
export type TreeWatchedAddress = {
  readonly address: string | null;
  readonly path: Decision | null;
  readonly outcome: State;
  readonly leading: string | null;
};

/** A path that is watched without a load balancer, with each address that its host leads to. */
export type TreeWatch = {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly TreeWatchedAddress[];
};

/** All load balancers, from listener to target, and all watched paths. Fields may be added, never changed. */
export type Tree = {
  readonly schemaVersion: 1;
  readonly checkedAt: string;
  readonly configurationReadAt: string;
  readonly loadBalancers: readonly TreeLoadBalancer[];
  readonly watches: readonly TreeWatch[];
};
