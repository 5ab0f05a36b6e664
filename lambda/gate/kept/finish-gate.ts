import { amend } from '../../memory/amend.ts';
import type { Table } from '../../memory/table.ts';
import { gateRows } from './gate-rows.ts';
import { type KeptVerdict, keptVerdictSchema } from './kept-verdict.ts';

const TWO_DAYS_SECONDS = 2 * 86_400;

/**
 * Ends a gate with a verdict; the first one stands, and is what comes back. With null it only asks what stands, null where
 * nothing does. Throws `TableError`.
 */
export async function finishGate(
  table: Table,
  gateId: string,
  verdict: KeptVerdict | null,
): Promise<KeptVerdict | null> {
  const { after } = await amend(table, gateRows(gateId).verdict, {
    schema: keptVerdictSchema,
    change: (before) => before ?? verdict,
    seconds: TWO_DAYS_SECONDS,
  });
  return after;
}
