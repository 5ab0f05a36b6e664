import type { Fact } from '../model/fact.ts';

/** A deployment as the outputs of its stack tell of it. */
export type Deployed = {
  readonly stack: string;
  readonly region: string;
  /** The name that tells it from others of the account. */
  readonly deployment: string;
  /** Names of functions. */
  readonly monitor: string;
  readonly gate: string | null;
  readonly probers: readonly { readonly functionName: string; readonly subnetId: string }[];
  /** ARNs of the load balancers, and names of the paths without one, that it watches. */
  readonly watched: Fact<readonly string[]>;
  /** ARN of the topic of its messages; null where its outputs do not say. */
  readonly topic: string | null;
  readonly version: string;
  /** Of its stack, as CloudFormation says: `UPDATE_COMPLETE`. */
  readonly status: string;
};
