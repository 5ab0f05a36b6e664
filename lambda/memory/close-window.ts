import { amend } from './amend.ts';
import { instant } from './instant.ts';
import type { Table } from './table.ts';
import { windowRow, windowSeconds } from './window-row.ts';
import { windowState } from './window-state.ts';
import { type WindowClose, withClose } from './with-close.ts';

/**
 * Closes the window of a load balancer up to this time, that of the latest event which whoever closes it knows of. Later
 * events keep it open. Throws `TableError`.
 */
export async function closeWindow(table: Table, arn: string, close: WindowClose): Promise<void> {
  const known = { ...close, at: instant(close.at) };
  await amend(table, windowRow(arn), {
    schema: windowState,
    change: (state) => withClose(state, known),
    seconds: windowSeconds,
  });
}
