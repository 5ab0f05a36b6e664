import { readMemory } from '../../memory/read-memory.ts';
import { TableError } from '../../memory/table-error.ts';
import type { Memory } from '../../model/memory.ts';
import type { GateGround } from '../gate-ground.ts';

/**
 * What the monitor remembers, so that it is known since when things stand. Without it the gate judges on, more strictly: then
 * nothing is known to have stood before.
 */
export async function memoryBefore({ table, loadBalancers, log }: GateGround): Promise<Memory | null> {
  const arns = loadBalancers.filter((name) => name.startsWith('arn:'));
  if (table === null || arns.length === 0) return null;
  try {
    return (await readMemory(table, arns)).memory;
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    log.warn('the memory could not be read', { why: error.message });
    return null;
  }
}
