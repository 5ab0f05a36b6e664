import type { RowKey } from './row.ts';

/** Closes are remembered for longer than events may be late, which is a day; a window that nobody closed ends by itself then. */
export const windowSeconds = 2 * 86_400;

/** The row of a load balancer's window. */
export function windowRow(arn: string): RowKey {
  return { partition: `window#${arn}`, sort: 'window' };
}
