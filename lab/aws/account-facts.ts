import type { TreeObject } from './codecs/tree.ts';

/** A trail as CloudTrail describes it, with its selectors as they are set: basic or advanced ones, never both. */
export type TrailFacts = {
  readonly name: string;
  readonly homeRegion: string;
  readonly isMultiRegion: boolean;
  readonly isLogging: boolean;
  readonly eventSelectors?: readonly TreeObject[];
  readonly advancedEventSelectors?: readonly TreeObject[];
};

/** A stack of CloudFormation; outputs by key. */
export type StackFacts = {
  readonly name: string;
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
};

/**
 * A function as Lambda describes it. `state` is `Pending`, `Active`, `Inactive` or `Failed`; `lastUpdateStatus` `InProgress`,
 * `Failed` or, where it is left out, `Successful`.
 */
export type FunctionFacts = {
  readonly name: string;
  readonly state: string;
  readonly stateReason?: string;
  readonly lastUpdateStatus?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Who is subscribed to a topic of SNS. */
export type TopicFacts = { readonly arn: string; readonly confirmed: number; readonly pending: number };

/** What an account holds beside the world of its load balancers. What is left out is not there. */
export type AccountFacts = {
  /** Of load balancing resources, by ARN. */
  readonly tags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly trails?: readonly TrailFacts[];
  readonly stacks?: readonly StackFacts[];
  readonly functions?: readonly FunctionFacts[];
  /** Those that somebody is subscribed to. */
  readonly topics?: readonly TopicFacts[];
  /** Invocations at the same time: all, and what is not reserved. The usual 1,000 where it is left out. */
  readonly concurrency?: { readonly limit: number; readonly unreserved: number };
};
