import type { Memory, RememberedSubject } from '../model/memory.ts';
import { memoryRow } from './memory-row.ts';
import { memorySchema } from './memory-schema.ts';
import { numberIn } from './number-in.ts';
import { readDocument } from './read-document.ts';
import type { Table } from './table.ts';

/**
 * What is remembered of all, and by load balancer the version to give to `writeMemory`. `problems` holds one sentence for
 * each row that could not be read: nothing is remembered of that load balancer, and the next write mends it.
 */
export type ReadMemory = {
  readonly memory: Memory;
  readonly versions: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
};

/** Reads what is remembered of these load balancers (ARNs). Throws `TableError`. */
export async function readMemory(table: Table, loadBalancerArns: readonly string[]): Promise<ReadMemory> {
  const read = await Promise.all(
    loadBalancerArns.map(async (arn) => ({ arn, ...(await readDocument(table, memoryRow(arn), memorySchema)) })),
  );
  return {
    memory: { subjects: latest(read.flatMap(({ document }) => (document === null ? [] : [document.value]))) },
    versions: Object.fromEntries(read.map(({ arn, row }) => [arn, numberIn(row, 'version') ?? 0])),
    problems: read.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}

/** A target group of two load balancers is remembered twice: what was seen last holds. */
function latest(memories: readonly Memory[]): Memory['subjects'] {
  const subjects = new Map<string, RememberedSubject>();
  for (const [id, subject] of memories.flatMap((memory) => Object.entries(memory.subjects))) {
    const known = subjects.get(id);
    if (known === undefined || known.seenAt < subject.seenAt) subjects.set(id, subject);
  }
  return Object.fromEntries(subjects);
}
