import { readDocument } from '../../memory/read-document.ts';
import type { Table } from '../../memory/table.ts';
import { TableError } from '../../memory/table-error.ts';
import { type GateState, gateStateSchema } from '../law/gate-state.ts';
import { gateRows } from './gate-rows.ts';

/** The state of a gate that was begun; null where none was. Throws `TableError`, also for one that cannot be read. */
export async function stateOf(table: Table, gateId: string): Promise<GateState | null> {
  const { document, problem } = await readDocument(table, gateRows(gateId).state, gateStateSchema);
  if (problem !== null) throw new TableError('GetItem', table.name, problem);
  return document?.value ?? null;
}
