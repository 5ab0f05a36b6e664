import type { Change } from './change.ts';
import { changeSeconds, changesOfDay } from './change-row.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { ifFree } from './if-free.ts';
import { instant } from './instant.ts';
import { putRow } from './put-row.ts';
import type { Table } from './table.ts';

/** Remembers a change for seven days from when it happened; one that is known already, or older, is passed over. Throws `TableError`. */
export async function recordChange(table: Table, change: Change): Promise<void> {
  const when = instant(change.when);
  const seconds = epochSeconds(new Date(when)) + changeSeconds - epochSeconds(table.now());
  if (seconds <= 0) return;
  const key = { partition: changesOfDay(when), sort: `${when}#${change.eventId}` };
  const row = { state: { S: JSON.stringify({ ...change, when }) } };
  await putRow(table, key, { row, seconds: Math.min(seconds, changeSeconds), condition: ifFree });
}
