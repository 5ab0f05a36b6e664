import type { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import type { AwsClients } from '../inventory/aws-clients.ts';
import type { Table } from '../memory/table.ts';
import type { Memory } from '../model/memory.ts';
import type { Log } from '../publish/log.ts';
import type { GateRules } from './law/gate.ts';
import type { Looker } from './looker.ts';
import type { Wanted } from './wanted.ts';

/** Of which load balancers (by ARN or name; null: all that are watched), what besides, and what was seen of them before. */
export type LookFor = {
  readonly names: readonly string[] | null;
  readonly wanted: Wanted;
  readonly memory: Memory | null;
};

/** All that the gate's function works with. `finishBy` is when an invocation's own time is up. */
export type GateGround = {
  readonly rules: GateRules;
  /** ARNs or names of the load balancers that are watched; empty: all. */
  readonly loadBalancers: readonly string[];
  /** Target groups that are looked at even while no load balancer uses them. */
  readonly targetGroups: readonly string[];
  readonly mayReadmit: boolean;
  readonly table: Table | null;
  readonly clients: AwsClients;
  readonly codeDeploy: Pick<CodeDeployClient, 'send'>;
  /** Throws `CannotCheck` where that is nothing that a gate could look at. */
  readonly looker: (what: LookFor) => Looker;
  readonly pauseMs: number;
  /** Counts an event that was refused. */
  readonly refused: () => void;
  /** Invokes the function itself with this event, and does not wait for it. */
  readonly goOn: (event: unknown) => Promise<void>;
  readonly log: Log;
  readonly now: () => Date;
  readonly finishBy: Date;
};
