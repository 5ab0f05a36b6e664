import type { RowKey } from './row.ts';

/** The row of what is shown of a load balancer. All stand in one partition, as whoever looks does not know which there are. */
export function shownRow(arn: string): RowKey {
  return { partition: shownRows.partition, sort: arn };
}

/** Where the rows of all of them stand: every ARN lies between these two. */
export const shownRows = { partition: 'shown', from: 'arn:', to: 'arn;' } as const;
