import type { TargetHealth } from '../../lambda/model/inventory.ts';
import type { InvokeOutcome } from '../aws/invoke-outcome.ts';
import type { PlaneMode } from '../faults/lab-fault.ts';
import type { World } from '../world/world.ts';

/** The world's data plane: hosts that listen, load balancers that check them, functions that run inside. */
export type Plane = {
  readonly mode: PlaneMode;
  /** Makes what runs agree with this world: packet filter, routes, processes, checks. */
  readonly apply: (world: World) => Promise<void>;
  /** What the load balancers' nodes have observed so far, by target group ARN. */
  readonly health: () => Readonly<Record<string, readonly TargetHealth[]>>;
  /** Runs a deployed prober where it is deployed. */
  readonly invoke: (functionName: string, event: unknown) => Promise<InvokeOutcome>;
  /** Words to put before a command so that it runs at this interface; null in loopback mode, which has no such place. */
  readonly enter: (interfaceId: string) => readonly string[] | null;
  /** Takes every process, namespace and socket away. */
  readonly close: () => Promise<void>;
};
