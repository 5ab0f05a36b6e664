import { baselineOf } from '../../memory/baseline-of.ts';
import { keepBaseline } from '../../memory/keep-baseline.ts';
import type { Table } from '../../memory/table.ts';
import { TableError } from '../../memory/table-error.ts';
import { type Baseline, baselineSchema } from '../law/baseline.ts';

/**
 * The baseline of a deployment: the one that was kept first, else the one that is made now, which is then kept. Null where there
 * is none and none can be made. Throws `TableError`.
 */
export async function firstBaseline(
  table: Table,
  deploymentId: string,
  make: () => Promise<Baseline | null>,
): Promise<Baseline | null> {
  const before = await read(table, deploymentId);
  if (before !== null) return before;
  const made = await make();
  if (made === null) return null;
  const isFirst = await keepBaseline(table, deploymentId, made, table.now().toISOString());
  return isFirst ? made : read(table, deploymentId);
}

async function read(table: Table, deploymentId: string): Promise<Baseline | null> {
  const kept = await baselineOf(table, deploymentId);
  if (kept === null) return null;
  const parsed = baselineSchema.safeParse(kept.baseline);
  if (parsed.success) return parsed.data;
  throw new TableError('GetItem', table.name, `the baseline of ${deploymentId} cannot be read`);
}
