import type { Memory, MemoryPart } from '../model/memory.ts';
import { mergedMemory } from '../model/merged-memory.ts';
import { memoryRow } from './memory-row.ts';
import { memorySchema } from './memory-schema.ts';
import { numberIn } from './number-in.ts';
import { readDocument } from './read-document.ts';
import type { Table } from './table.ts';

/**
 * What is remembered of all, and by load balancer its part of that and the version to give to `writeMemory`. `problems` holds
 * one sentence for each row that could not be read: nothing is remembered of that load balancer, and the next write mends it.
 */
export type ReadMemory = {
  readonly memory: Memory;
  readonly parts: Readonly<Record<string, MemoryPart>>;
  readonly versions: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
};

/** Reads what is remembered of these load balancers (ARNs). Throws `TableError`. */
export async function readMemory(table: Table, loadBalancerArns: readonly string[]): Promise<ReadMemory> {
  const read = await Promise.all(
    loadBalancerArns.map(async (arn) => ({ arn, ...(await readDocument(table, memoryRow(arn), memorySchema)) })),
  );
  const parts = read.flatMap(({ arn, document, row }) =>
    document === null ? [] : [[arn, { ...document.value, seenAt: row?.['seenAt']?.S ?? '' }] as const],
  );
  return {
    memory: mergedMemory(parts.map(([, part]) => part)),
    parts: Object.fromEntries(parts),
    versions: Object.fromEntries(read.map(({ arn, row }) => [arn, numberIn(row, 'version') ?? 0])),
    problems: read.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}
