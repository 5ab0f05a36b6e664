import { documentation } from '../contract.ts';
import { TableError } from '../memory/table-error.ts';
import { writeMemory } from '../memory/write-memory.ts';
import type { Memory } from '../model/memory.ts';
import { ownersOf } from '../model/owners-of.ts';
import type { Report } from '../model/report.ts';
import { publishChanges } from '../publish/publish-changes.ts';
import { memoryOf } from '../report/memory-of.ts';
import { changesOf } from '../report/notification/changes-of.ts';
import { rememberTold } from '../report/notification/remember-told.ts';
import type { Ground } from './ground.ts';
import { memoryParts } from './memory-parts.ts';
import type { Recalled } from './recall.ts';

/**
 * Remembers what a check saw, and tells what changed since what was told before. Of two runs at once the one that writes
 * its memory tells. Where those who are told were not reached, the memory is put back, so that the next run tells.
 */
export async function tellChanges(
  ground: Ground,
  { report, recalled }: { readonly report: Report; readonly recalled: Recalled },
): Promise<void> {
  const { warm, settings, channels, correlationId, log } = ground;
  const before = recalled.memory;
  const seen = memoryOf(report, before);
  const told = rememberTold(seen, before, report);
  const partsOf = (memory: Memory) => memoryParts(memory, report, recalled.parts);
  const parts = partsOf(told);
  const written = await write(ground, { parts, report, versions: recalled.versions });
  const names = ownersOf(report)
    .filter(({ key }) => written.includes(key))
    .map(({ name }) => name);
  const changes = changesOf(before, report).filter(
    ({ loadBalancer }) => loadBalancer === null || names.includes(loadBalancer),
  );
  const about = { changes, report, deployment: settings.deployment, pages: documentation };
  const { lost, errors } = await publishChanges(about, correlationId, channels);
  for (const why of errors) log.error('a change could not be told', { why });
  const kept = lost ? partsOf(untold(seen, before)) : parts;
  if (lost) {
    const versions = recalled.versions && next(recalled.versions, written);
    await write(ground, { parts: kept, report, versions });
  }
  // What another run saw later is none of this function's.
  const own = Object.entries(kept).filter(([key]) => written.includes(key));
  const seenAt = report.checkedAt;
  warm.memory = { ...warm.memory, ...Object.fromEntries(own.map(([key, part]) => [key, { ...part, seenAt }])) };
}

/** What was seen, with what was told as before. */
function untold(seen: Memory, before: Memory): Memory {
  const subjects = Object.entries(seen.subjects).map(([id, subject]) => {
    return [id, { ...subject, told: before.subjects[id]?.told ?? null }] as const;
  });
  return { subjects: { ...before.subjects, ...Object.fromEntries(subjects) } };
}

function next(
  versions: Readonly<Record<string, number>>,
  written: readonly string[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(written.map((arn) => [arn, (versions[arn] ?? 0) + 1]));
}

type Written = {
  readonly parts: Readonly<Record<string, Memory>>;
  readonly report: Report;
  readonly versions: Readonly<Record<string, number>> | null;
};

/** The load balancers (ARNs) and watched paths (names) of which this run holds the word: all, where there is no table to agree by. */
async function write({ table, log }: Ground, { parts, report, versions }: Written): Promise<readonly string[]> {
  const keys = Object.keys(parts);
  if (table === null || versions === null) return keys;
  const outcomes = await Promise.all(
    Object.entries(parts).map(async ([arn, part]) => {
      try {
        const outcome = await writeMemory(table, arn, part, versions[arn] ?? 0, report.checkedAt);
        if (outcome === 'overtaken') log.info('another run saw it later', { loadBalancer: arn });
        return outcome === 'written';
      } catch (error) {
        if (!(error instanceof TableError)) throw error;
        log.warn('the memory could not be written', { why: error.message });
        return true;
      }
    }),
  );
  return keys.filter((_, index) => outcomes[index]);
}
