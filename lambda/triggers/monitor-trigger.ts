import type { Trigger } from '../model/report.ts';

/** Where a deploy stands: `changed` where it is neither its begin nor its end. */
export type DeployPhase = 'begun' | 'ended' | 'changed';

/** A deploy, or a step of one. */
export type DeployTrigger = {
  readonly kind: 'deploy';
  /** EventBridge's id of the event: a doubled event has the same. */
  readonly id: string;
  /** ISO 8601: when it happened. */
  readonly at: string;
  readonly source: 'CodeDeploy' | 'ECS' | 'CloudFormation' | 'Auto Scaling' | 'EC2' | 'CodePipeline';
  readonly phase: DeployPhase;
  /** One sentence without a full stop. */
  readonly summary: string;
  /** Ids, ARNs and addresses that the event names, sorted, each once. */
  readonly resources: readonly string[];
  /** Subnets in which something new stands that no inventory knows yet. */
  readonly near: readonly string[];
};

/** A call that changed the configuration, as CloudTrail tells of it. */
export type ChangeTrigger = {
  readonly kind: 'change';
  /** CloudTrail's event id. */
  readonly id: string;
  /** ISO 8601: when the call was carried out. */
  readonly at: string;
  /** The call's name. */
  readonly event: string;
  readonly who: string;
  readonly resources: readonly string[];
  readonly summary: string;
};

/** Somebody's own question: of these load balancers and watched paths (null: of all that is watched). */
export type DirectTrigger = {
  readonly kind: 'direct';
  readonly asked: Trigger;
  readonly loadBalancers: readonly string[] | null;
};

/**
 * What the monitor was invoked with. `direct`: somebody asks (`loadBalancers` null: for all that are watched).
 * `ignored`: read and of no consequence. `refused`: not to be acted upon; `why` names the field and its value.
 */
export type MonitorTrigger =
  | { readonly kind: 'schedule'; readonly detail: string | null }
  | DirectTrigger
  | DeployTrigger
  | ChangeTrigger
  | { readonly kind: 'ignored'; readonly id: string; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };
