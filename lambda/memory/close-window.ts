import { amend } from './amend.ts';
import { instant } from './instant.ts';
import type { Table } from './table.ts';
import { windowRow, windowSeconds } from './window-row.ts';
import { windowState } from './window-state.ts';
import { withClose } from './with-close.ts';

/**
 * Closes the window of a load balancer up to this time, that of the look that found it stable. Later events keep it open.
 * Throws `TableError`.
 */
export async function closeWindow(table: Table, arn: string, at: string): Promise<void> {
  const stableAt = instant(at);
  await amend(table, windowRow(arn), {
    schema: windowState,
    change: (state) => withClose(state, stableAt),
    seconds: windowSeconds,
  });
}
