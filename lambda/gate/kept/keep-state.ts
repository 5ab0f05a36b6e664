import { putDocument } from '../../memory/put-document.ts';
import type { Table } from '../../memory/table.ts';
import type { WriteCondition } from '../../memory/write-condition.ts';
import type { GateState } from '../law/gate-state.ts';
import { gateRows } from './gate-rows.ts';

/** A gate that ECS calls may stay open for a day. */
const TWO_DAYS_SECONDS = 2 * 86_400;

/** Whoever wrote last: two runs of one gate see the same targets, and either's count of connections is true. */
const ALWAYS: WriteCondition = { expression: 'attribute_not_exists(#pk) OR attribute_exists(#pk)' };

/** Keeps the state of a gate between two invocations. Throws `TableError`. */
export async function keepState(table: Table, gateId: string, state: GateState): Promise<void> {
  await putDocument(table, gateRows(gateId).state, state, { row: {}, seconds: TWO_DAYS_SECONDS, condition: ALWAYS });
}
