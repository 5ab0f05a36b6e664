import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { MonitorSettings } from '../handlers/monitor-settings.ts';
import type { AwsClients } from '../inventory/aws-clients.ts';
import type { Table } from '../memory/table.ts';
import type { Inventory } from '../model/inventory.ts';
import type { MemoryPart } from '../model/memory.ts';
import type { Picture } from '../model/window.ts';
import type { Log } from '../publish/log.ts';
import type { Channels } from '../publish/publish-changes.ts';
import type { Here } from '../triggers/read-bus-event.ts';

/**
 * What stays in a warm function. None of it must be known between runs: without it a run reads configuration once more, and
 * a window lasts a few checks longer.
 */
export type Warm = {
  /** Of all watched load balancers, as last read whole; null: none, or no longer to be trusted. */
  inventory: Inventory | null;
  /** All that is watched as it was last read, however long ago: tells whom an event concerns and whose a name is, and nothing else. */
  lastRead: Inventory | null;
  /** The last pictures of each load balancer, by ARN. */
  pictures: Map<string, readonly Picture[]>;
  /** Alarms that the last run had no time to keep. */
  alarmsLeft: number;
  /**
   * What this function last kept, by load balancer (ARN) and watched path (name): stands in for the table where that is
   * missing or fails.
   */
  memory: Readonly<Record<string, MemoryPart>>;
};

/** All that a run of the monitor works with. `begunAt` is when it began, `finishBy` when its time is up. */
export type Ground = {
  readonly settings: MonitorSettings;
  readonly clients: AwsClients;
  readonly cloudWatch: Pick<CloudWatchClient, 'send'>;
  readonly channels: Channels;
  readonly table: Table | null;
  readonly warm: Warm;
  readonly log: Log;
  /** One per run. */
  readonly correlationId: string;
  readonly here: Here;
  readonly now: () => Date;
  readonly begunAt: Date;
  readonly finishBy: Date;
};
