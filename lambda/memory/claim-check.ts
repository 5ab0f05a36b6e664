import { ifFree } from './if-free.ts';
import { putRow } from './put-row.ts';
import type { Table } from './table.ts';

/**
 * Whether the immediate check of a load balancer is won: nobody has won it for the last `quietSeconds`, however late or in
 * what order events come. Throws `TableError`.
 */
export async function claimCheck(table: Table, arn: string, quietSeconds: number): Promise<boolean> {
  const key = { partition: `check#${arn}`, sort: 'check' };
  // Expiry has whole seconds: of the one that has begun some is over.
  return (await putRow(table, key, { row: {}, seconds: quietSeconds + 1, condition: ifFree })).written;
}
