import { configurationChangedAt } from '../memory/configuration-changed-at.ts';
import { type OpenWindows, openWindows } from '../memory/open-windows.ts';
import { readMemory } from '../memory/read-memory.ts';
import { recentChanges } from '../memory/recent-changes.ts';
import type { Table } from '../memory/table.ts';
import { TableError } from '../memory/table-error.ts';
import type { Change } from '../model/change.ts';
import type { Memory, MemoryPart } from '../model/memory.ts';
import { mergedMemory } from '../model/merged-memory.ts';
import type { Report } from '../model/report.ts';
import type { Ground } from './ground.ts';

/** What is remembered before a check. `versions` is null where the table could not be read: then nothing is written either. */
export type Recalled = {
  readonly memory: Memory;
  /** The same, by load balancer (ARN) and watched path (name). */
  readonly parts: Readonly<Record<string, MemoryPart>>;
  readonly versions: Readonly<Record<string, number>> | null;
  readonly windows: OpenWindows['windows'];
  /** When the configuration last changed, as far as events told (ISO 8601). */
  readonly changedAt: string | null;
  /** The changes that touched what a report's findings blame. */
  readonly changesFor: (report: Report) => Promise<readonly Change[]>;
};

/** Changes further back than this are no longer looked for behind a fault. */
const LOOK_BACK_MS = 24 * 3_600_000;

/** Recalls what is remembered of these load balancers. A table that fails is said in the log, and what is warm stands in. */
export async function recall(ground: Ground, arns: readonly string[]): Promise<Recalled> {
  const { table, warm } = ground;
  const without: Recalled = {
    memory: mergedMemory(Object.values(warm.memory)),
    parts: warm.memory,
    versions: null,
    windows: {},
    changedAt: null,
    changesFor: async () => [],
  };
  if (table === null) return without;
  return orElse(ground, without, async () => {
    const [read, open, changedAt] = await Promise.all([
      readMemory(table, arns),
      openWindows(table, arns),
      configurationChangedAt(table),
    ]);
    for (const why of [...read.problems, ...open.problems]) ground.log.warn('a row could not be read', { why });
    const parts = Object.fromEntries(
      arns.flatMap((arn) => {
        const part = laterOf(read.parts[arn], warm.memory[arn]);
        return part === undefined ? [] : [[arn, part] as const];
      }),
    );
    const memory = mergedMemory(Object.values(parts));
    const changesFor = (report: Report) => orElse(ground, [], () => changesBehind(ground, table, report));
    return { memory, parts, versions: read.versions, windows: open.windows, changedAt, changesFor };
  });
}

/** A row that could not be written is behind what this function itself saw, and told. */
function laterOf(row: MemoryPart | undefined, own: MemoryPart | undefined): MemoryPart | undefined {
  if (row === undefined || own === undefined) return row ?? own;
  return own.seenAt >= row.seenAt ? own : row;
}

async function changesBehind(
  { log }: Ground,
  table: Table,
  { findings, checkedAt }: Report,
): Promise<readonly Change[]> {
  const blamed = findings.flatMap(({ culprit: { resource, line } }) =>
    line === undefined ? [resource] : [resource, line],
  );
  if (blamed.length === 0) return [];
  const oldest = findings.map(({ since }) => since).toSorted()[0] ?? checkedAt;
  const from = new Date(Date.parse(oldest) - LOOK_BACK_MS).toISOString();
  const { changes, problems } = await recentChanges(table, [...new Set(blamed)], from);
  for (const why of problems) log.warn('a row could not be read', { why });
  return changes;
}

async function orElse<T>({ log }: Ground, otherwise: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    log.warn('the memory could not be read', { why: error.message });
    return otherwise;
  }
}
