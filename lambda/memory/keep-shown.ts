import { gzipSync } from 'node:zlib';
import type { Shown } from '../model/shown.ts';
import { instant } from './instant.ts';
import { putRow } from './put-row.ts';
import { shownRow } from './shown-row.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

/** What was shown a day ago helps nobody; a load balancer that is gone goes from the page with it. */
const DAY_SECONDS = 86_400;
/** A run lives a quarter of an hour: a row that is a day ahead of one was written by a wrong clock, and must not last. */
const BELIEVABLE_MS = 86_400_000;
/**
 * A load balancer that is well takes below 1 KB, which is one write; six findings with their paths take some 5 KB. A row may have
 * 400 KB: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const MOST_BYTES = 380_000;

/**
 * Keeps what is to be shown of a load balancer as it was `at` this time (ISO 8601) for a day, unless a later check was kept:
 * true where it was kept. Throws `TableError`, also for what is too large.
 */
export async function keepShown(table: Table, shown: Shown, at: string): Promise<boolean> {
  const seenAt = instant(at);
  const data = gzipSync(JSON.stringify(shown));
  if (data.length > MOST_BYTES) {
    const why = `what is shown of ${shown.arn} has ${data.length} bytes; at most ${MOST_BYTES} are kept`;
    throw new TableError('PutItem', table.name, why);
  }
  const believable = new Date(Date.parse(seenAt) + BELIEVABLE_MS).toISOString();
  const { written } = await putRow(table, shownRow(shown.arn), {
    row: { data: { B: data }, seenAt: { S: seenAt } },
    seconds: DAY_SECONDS,
    condition: {
      expression: 'attribute_not_exists(#pk) OR NOT (#seenAt > :seenAt AND #seenAt < :believable)',
      names: { '#seenAt': 'seenAt' },
      values: { ':seenAt': { S: seenAt }, ':believable': { S: believable } },
    },
  });
  return written;
}
