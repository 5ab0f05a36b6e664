import type { RowKey } from './row.ts';

/**
 * The row of what is shown of a load balancer (ARN) or a watched path (name). All stand in one partition, as whoever
 * looks does not know which there are.
 */
export function shownRow(key: string): RowKey {
  return { partition: shownRows.partition, sort: key };
}

/** Where the rows of all of them stand: every ARN and every name lies between these two. */
export const shownRows = { partition: 'shown', from: ' ', to: '\u{10ffff}' } as const;
