import type { RowKey } from './row.ts';

/** The row of what is remembered of a load balancer. */
export function memoryRow(arn: string): RowKey {
  return { partition: `memory#${arn}`, sort: 'memory' };
}
