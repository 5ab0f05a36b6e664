import { ifFree } from './if-free.ts';
import { instant } from './instant.ts';
import { putRow } from './put-row.ts';
import type { Table } from './table.ts';

/** A claim of a clock that is ahead must not hold back checks for longer. */
const HOUR_SECONDS = 3_600;

/**
 * Whether the event of this time wins the immediate check of its load balancer: the last that won is at least
 * `quietSeconds` older. One of several within that time wins, whatever their order. Throws `TableError`.
 */
export async function claimCheck(table: Table, arn: string, at: string, quietSeconds: number): Promise<boolean> {
  const claimedAt = instant(at);
  const quietSince = new Date(Date.parse(claimedAt) - quietSeconds * 1000).toISOString();
  const condition = {
    expression: `${ifFree.expression} OR NOT (#claimedAt > :quietSince)`,
    names: { '#claimedAt': 'claimedAt' },
    values: { ':quietSince': { S: quietSince } },
  };
  const key = { partition: `check#${arn}`, sort: 'check' };
  const row = { claimedAt: { S: claimedAt } };
  return (await putRow(table, key, { row, seconds: HOUR_SECONDS + quietSeconds, condition })).written;
}
