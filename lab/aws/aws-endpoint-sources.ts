import type { TargetHealth } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
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
  /** Told of every notification, event and metric that was accepted. */
  readonly received?: (message: ReceivedMessage) => void;
};
