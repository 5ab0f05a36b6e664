import type { Decision, Hop, HopKind, PathJudgement } from './flow.ts';

/**
 * One judged station of a way: a hop of a path, or what stands at a load balancer's node. `listener`: whether the port is
 * served; `target-group`: whether the group can hand a connection on at all.
 */
export type WayHop = Omit<Hop, 'kind'> & { readonly kind: HopKind | 'listener' | 'target-group' };

/** What a registered target is, as far as it has a name: `address` is null where the inventory does not tell. */
export type WayEnd = {
  readonly id: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly port: number | null;
};

/** The way from a load balancer's node to one registered target, or to one node of a load balancer that is registered. */
export type TargetWay = {
  readonly target: WayEnd;
  readonly verdict: Decision;
  /** Whom the target sees as its peer, in words; null where no connection is made. */
  readonly sees: string | null;
  readonly forward: readonly WayHop[];
  readonly return: readonly Hop[];
  readonly blockers: readonly WayHop[];
  /** The load balancer's own word. It is told beside the verdict and decides nothing; null where it is not known. */
  readonly health: { readonly state: string; readonly reason: string | null } | null;
  /** What lies behind, where the target is a load balancer itself. */
  readonly through: ThroughLoadBalancer | null;
};

/** One target group that a rule forwards to. `hop` says whether it can receive at all. */
export type GroupWay = {
  readonly arn: string;
  readonly name: string;
  readonly weight: number;
  readonly verdict: Decision;
  readonly hop: WayHop;
  readonly targets: readonly TargetWay[];
  readonly assumptions: readonly string[];
};

/** One rule of the listener. `answers`: what the listener does by itself (`redirect`, `fixed-response`), else null. */
export type RuleWay = {
  readonly priority: string;
  readonly conditions: readonly string[];
  readonly answers: string | null;
  readonly groups: readonly GroupWay[];
};

/** How the way goes on behind a load balancer's node. `hop` says whether a listener serves the port. */
export type ThroughLoadBalancer = {
  readonly loadBalancer: { readonly arn: string; readonly name: string; readonly type: string };
  readonly zone: string | null;
  readonly verdict: Decision;
  readonly hop: WayHop;
  readonly rules: readonly RuleWay[];
  readonly assumptions: readonly string[];
};

/** The whole way from one place: the path to the address, and through the load balancer where the address is its node. */
export type Way = {
  /** The place in words: `i-0abc at 10.0.1.5`, `shop-web@eu-west-1a`. */
  readonly from: string;
  readonly zone: string | null;
  readonly verdict: Decision;
  readonly path: PathJudgement;
  readonly through: ThroughLoadBalancer | null;
  /** Every line that stops it, first those before the load balancer, then those behind it. */
  readonly blockers: readonly WayHop[];
  /** What was taken for granted, as sentences. */
  readonly assumptions: readonly string[];
};

/** One flow asked for, judged from every place that its source has (a load balancer has one in each zone). */
export type WayJudgement = {
  readonly from: string;
  /** `ADDR:PORT`. */
  readonly to: string;
  readonly protocol: 'tcp';
  /** That of the worst place: deny before unknown before allow. */
  readonly verdict: Decision;
  readonly worst: Way;
  readonly ways: readonly Way[];
};
