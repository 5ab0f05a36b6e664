import { monitorEnvironment as names, settingsRow } from '../contract.ts';
import { openTable } from '../memory/open-table.ts';
import { readSettings } from '../memory/read-settings.ts';
import { type MonitorSettings, monitorSettings } from './monitor-settings.ts';
import { readWatched } from './read-watched.ts';
import type { Watched } from './watched-schema.ts';

/** What was read for which table and version, kept while the function stays warm. */
let kept: { readonly of: string; readonly watched: Watched } | null = null;

/**
 * What the monitor and the gate are deployed with: the environment, and from the table what is too large for it. The table is
 * read once for each version that the environment names, and not at all where probers or load balancers stand in the
 * environment. Throws an error that says what is wrong and, where the table does not hold what it should, how to mend it.
 */
export async function deployedSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<MonitorSettings> {
  const version = environment[names.settings];
  const isTold = environment[names.probers] !== undefined || environment[names.loadBalancers] !== undefined;
  if (isTold || version === undefined) return monitorSettings(environment);
  const table = environment[names.table];
  if (table === undefined) throw new Error(`${names.table}: it is not set, and ${names.settings} says to read there`);
  const of = `${table} ${version}`;
  if (kept?.of === of) return monitorSettings(environment, kept.watched);
  const read = await watchedIn(table);
  // A run in the midst of a deployment may meet the settings before or after its own: they hold, for this run.
  if (read.version === version) kept = { of, watched: read.watched };
  return monitorSettings(environment, read.watched);
}

async function watchedIn(table: string): Promise<{ readonly version: string; readonly watched: Watched }> {
  try {
    const row = await readSettings(openTable(table));
    if (row === null) throw new Error('there is no such row');
    return { version: row.version, watched: readWatched(row.settings) };
  } catch (error) {
    throw new Error(
      `what to watch could not be read from the row ${settingsRow.key.partition} / ${settingsRow.key.sort} of the table ${table}: ` +
        `${error instanceof Error ? error.message : String(error)}. ${MEND}`,
      { cause: error },
    );
  }
}

const MEND =
  'If the row is gone or spoiled, deploy with something else in loadBalancers or declared, and then as it was: CloudFormation has it written only where it changes.';
