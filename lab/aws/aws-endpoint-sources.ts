import type { TargetHealth } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
import type { AccountFacts } from './account-facts.ts';
import type { CloudWatchClock } from './cloudwatch/cloudwatch-clock.ts';
import type { Deployment } from './codedeploy/deployment.ts';
import type { TableDefinition } from './dynamodb/table-definition.ts';
import type { InvokeOutcome } from './invoke-outcome.ts';
import type { ReceivedMessage } from './received-message.ts';

/** What the endpoint answers from. */
export type AwsEndpointSources = {
  /** The world, asked for anew at each request: it changes while the endpoint runs. */
  readonly world: () => World;
  /** Target health as observed, by target group ARN. Registered targets that it leaves out are `initial`. */
  readonly health: () => Readonly<Record<string, readonly TargetHealth[]>>;
  /** Makes the world this one, its packets too, before it resolves. Absent where the world cannot be changed. */
  readonly change?: (next: World) => Promise<void>;
  readonly invoke: (functionName: string, payload: unknown) => Promise<InvokeOutcome>;
  /** What the account holds beside the world: tags, trails, stacks, functions. Without it, nothing. */
  readonly account?: () => AccountFacts;
  /** The deployments that CodeDeploy has under way. Without them there is none. */
  readonly deployments?: readonly Deployment[];
  /** The tables of DynamoDB, empty at the start. Without them there is none. */
  readonly tables?: readonly TableDefinition[];
  /** Whether who signed with this key may do this on this resource (`*` where a call names none). Without it, all may. */
  readonly permits?: (accessKeyId: string, action: string, resource: string) => boolean;
  /** CloudWatch's time; without it, the machine's, and alarms whose minutes last a minute. */
  readonly clock?: CloudWatchClock;
  /** Told of every notification, event and metric that was accepted, and of alarms that change. */
  readonly received?: (message: ReceivedMessage) => void;
};
