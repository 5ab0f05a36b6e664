import { amend } from './amend.ts';
import { instant } from './instant.ts';
import type { Table } from './table.ts';
import { windowRow, windowSeconds } from './window-row.ts';
import { windowState } from './window-state.ts';
import { type WindowEvent, withEvent } from './with-event.ts';

/**
 * Opens the window of a load balancer, in which a deploy or a change is followed until it is stable, or widens an open one.
 * An event no later than the last close does nothing. Throws `TableError`.
 */
export async function openWindow(table: Table, arn: string, event: WindowEvent): Promise<void> {
  const known = { ...event, at: instant(event.at) };
  await amend(table, windowRow(arn), {
    schema: windowState,
    change: (state) => withEvent(state, known),
    seconds: windowSeconds,
  });
}
