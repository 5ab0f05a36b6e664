import { ifFree } from './if-free.ts';
import { instant } from './instant.ts';
import { putRow } from './put-row.ts';
import type { Table } from './table.ts';

/** EventBridge tries to deliver an event for a day: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const DAY_SECONDS = 86_400;

/** Whether this event, of this time, comes for the first time. True for one of several runs that get it. Throws `TableError`. */
export async function firstSeen(table: Table, eventId: string, at: string): Promise<boolean> {
  const key = { partition: `event#${eventId}`, sort: 'event' };
  const row = { at: { S: instant(at) } };
  return (await putRow(table, key, { row, seconds: DAY_SECONDS, condition: ifFree })).written;
}
