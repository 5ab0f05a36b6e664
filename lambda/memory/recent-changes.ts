import { type Change, changeSchema } from './change.ts';
import { changeSeconds, changesOfDay } from './change-row.ts';
import { instant } from './instant.ts';
import { queryRows } from './query-rows.ts';
import { stateIn } from './state-in.ts';
import type { Table } from './table.ts';

const DAY_MS = 86_400_000;
/** What AWS dates by its own clock may be ahead of ours. */
const AHEAD_MS = 300_000;
/** Above every sign that an event's id begins with. */
const LAST = '#\u{10ffff}';

/** Changes, newest first, and one sentence for each row that could not be read. */
export type RecentChanges = { readonly changes: readonly Change[]; readonly problems: readonly string[] };

/** The changes since then (ISO 8601; at most seven days back) that touched one of these resources. Throws `TableError`. */
export async function recentChanges(
  table: Table,
  resourceIds: readonly string[],
  since: string,
): Promise<RecentChanges> {
  const until = new Date(table.now().getTime() + AHEAD_MS).toISOString();
  const oldest = new Date(table.now().getTime() - changeSeconds * 1000).toISOString();
  const asked = instant(since);
  const from = asked > oldest ? asked : oldest;
  const partitions = daysBetween(from, until).map((partition) => ({ partition, from, to: `${until}${LAST}` }));
  const rows = await Promise.all(partitions.map((range) => queryRows(table, range)));
  const read = rows.flat().map((row) => stateIn(row, changeSchema));
  return {
    changes: distinct(
      touching(
        read.flatMap(({ state }) => (state === null ? [] : [state])),
        new Set(resourceIds),
      ),
    ),
    problems: read.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}

function daysBetween(from: string, until: string): readonly string[] {
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  const days = Math.max(0, Math.floor((Date.parse(until) - first) / DAY_MS) + 1);
  return Array.from({ length: days }, (_, day) => changesOfDay(new Date(first + day * DAY_MS).toISOString()));
}

function touching(changes: readonly Change[], resources: ReadonlySet<string>): readonly Change[] {
  return changes.filter((change) => change.resources.some((resource) => resources.has(resource)));
}

/** An event that came twice with two times is one change, the first. */
function distinct(changes: readonly Change[]): readonly Change[] {
  const first = new Map(changes.toSorted(newestFirst).map((change) => [change.eventId, change]));
  return [...first.values()].sort(newestFirst);
}

function newestFirst(one: Change, other: Change): number {
  return one.when === other.when ? 0 : one.when < other.when ? 1 : -1;
}
