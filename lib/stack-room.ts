import { watchedStates } from './watched-states.ts';

/** How much is deployed. */
export type DeploymentSize = { readonly loadBalancers: number; readonly watches: number; readonly probers: number };

/** What a stack has room for: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const stackRoom = {
  resources: 500,
  /** What CDK warns of, and CloudFormation refuses. */
  templateBytes: 1_000_000,
  /** Of one load balancer, or one watch: an alarm for each state, that of the deploy window, and the one over them. */
  alarmsEach: Object.keys(watchedStates).length + 2,
  /** For the rest of a doctor, about 70, and for what else an app has in the stack. */
  keptFree: 100,
  /** One resource each, in a stack of their own. */
  probers: 450,
  /** Alarms and probers up to this number stand in the stack itself, so that an app has as much for the rest. */
  inOneStack: 250,
} as const;
